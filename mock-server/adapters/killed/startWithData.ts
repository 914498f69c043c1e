import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../../cli.ts', import.meta.url));

export interface Running {
  readonly origin: string;
  /** As a power switch would: nothing in the process gets to say anything. */
  kill(): Promise<void>;
}

/** The command on a data file, in a process of its own. */
export async function startWithData(file: string): Promise<Running> {
  const child = spawn(process.execPath, [cli, '--port', '0', '--quiet', '--data', file]);
  let error = '';
  child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
  const closed = once(child, 'close');
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
    void closed.then(() => {
      reject(new Error(`It stopped: ${error}`));
    });
  });
  return {
    origin,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
