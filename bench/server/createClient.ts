import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export interface Ask {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly key: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface Client {
  send(ask: Ask): Promise<Reply>;
  /** Resolves with how long each took, in milliseconds. */
  repeat(
    count: number,
    concurrency: number,
    work: (index: number) => Promise<unknown>,
  ): Promise<Float64Array>;
  close(): void;
}

/** Runs `work` for each number below `count`, in as many lanes as `concurrency` says. */
async function repeat(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<Float64Array> {
  const times = new Float64Array(count);
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const started = performance.now();
      await work(index);
      times[index] = performance.now() - started;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return times;
}

/** As little of a client as will do: it shares the machine with what it measures. */
export function createClient(origin: string): Client {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });

  function send({ method, path, key, body, headers }: Ask): Promise<Reply> {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const content = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
    };
    const all = { authorization: `Bearer ${key}`, ...(sent !== '' && content), ...headers };
    const options = { agent, hostname, port, method, path, headers: all };
    return new Promise((resolve, reject) => {
      const outgoing = request(options, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (chunk: string) => (text += chunk));
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, text });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(sent);
    });
  }

  return {
    send,
    repeat,
    close() {
      agent.destroy();
    },
  };
}
