import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a process has used up since it began. */
export interface Usage {
  /** Of all its threads, in microseconds. */
  readonly cpuMicroseconds: number;
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** A server in a process of its own. */
export interface Subject {
  readonly origin: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

const reportUsage = new URL('./reportUsage.ts', import.meta.url).href;

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

async function waitForAnswer(child: ChildProcess, origin: string): Promise<void> {
  while (child.exitCode === null) {
    try {
      await fetch(origin);
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error(`${child.spawnargs.join(' ')} has stopped.`);
}

async function usageOf(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [usage] = (await once(child, 'message')) as [Usage];
  return usage;
}

/** Starts a script that takes `--port`, and waits until it answers. */
export async function startServer(script: string, args: readonly string[]): Promise<Subject> {
  const port = await freePort();
  const child = fork(script, [...args, '--port', port], {
    execArgv: ['--expose-gc', '--import', reportUsage],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const origin = `http://127.0.0.1:${port}`;
  await waitForAnswer(child, origin);
  return {
    origin,
    usage: () => usageOf(child),
    async stop() {
      if (child.exitCode !== null) return;
      const stopped = once(child, 'exit');
      child.kill('SIGKILL');
      await stopped;
    },
  };
}
