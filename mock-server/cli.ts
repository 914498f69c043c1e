import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import type { MockServer } from './createMockServer.ts';

const help = `paymentkit-mock-server: PaymentKit's API, hosted checkout page and clock on your own machine

Usage
  paymentkit-mock-server [options]

Options
  --port <number>          Port to listen on (default: PAYMENTKIT_PORT, else 4242; 0 takes a free one)
  --host <address>         Address to listen on (default: 127.0.0.1). Any other than a loopback one
                           lets other machines in and needs --control-token
  --allow-host <name>      Also answer requests sent to this name; can be repeated
  --control-token <secret> Ask for this secret on /_mock
  --data <file>            Keep everything in this file, over restarts (default: in memory only)
  --quiet                  Print no line for each request
  --help                   Show this

Try it
  curl http://127.0.0.1:4242/_mock
  curl -X POST http://127.0.0.1:4242/api/acc_dev_demo/checkout-sessions \\
    -H "Authorization: Bearer sk_test_demo" -H "Content-Type: application/json" \\
    -d '{"line_items": [{"price_id": "price_premium", "quantity": 1}],
         "success_url": "http://localhost:3000/success", "return_url": "http://localhost:3000/cart"}'
  Open the "url" of the answer and pay with 4242 4242 4242 4242.
`;

/** A wrong way to call the command; exit code 2. */
class UsageError extends Error {}

function readPort(text: string, source: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${source} must be a number from 0 to 65535.`);
}

function readOptions() {
  const parse = () =>
    parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        'allow-host': { type: 'string', multiple: true },
        'control-token': { type: 'string' },
        data: { type: 'string' },
        quiet: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function greeting(origin: string, host: string): string {
  const lines = [
    `Listening on ${origin}`,
    '',
    `  Create a session  POST ${origin}/api/acc_dev_demo/checkout-sessions with any key that begins with sk_test_`,
    '  Pay it            open its "url" with card 4242 4242 4242 4242, any later date, any code',
    `  Ask what it is    ${origin}/_mock`,
  ];
  if (host !== '127.0.0.1') lines.push('', `  Other machines may reach this server at ${host}.`);
  return [...lines, '', 'Press Ctrl-C to stop.', ''].join('\n');
}

function stopOnSignal(server: MockServer): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void server.close().then(() => {
        process.exit(0);
      });
    });
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(help);
    return;
  }
  const { quiet = false, host = '127.0.0.1' } = options;
  const environment = process.env['PAYMENTKIT_PORT'];
  const port =
    options.port === undefined
      ? readPort(environment ?? '4242', 'PAYMENTKIT_PORT')
      : readPort(options.port, '--port');
  // Loaded after the options are known to be right, and from the compile cache from the second start on.
  const { createMockServer } = await import('./createMockServer.ts');
  const controlToken = options['control-token'];
  const server = createMockServer({
    quiet,
    allowHosts: options['allow-host'] ?? [],
    ...(controlToken !== undefined && { controlToken }),
    ...(options.data !== undefined && { data: options.data }),
  });
  stopOnSignal(server);
  const origin = await server.listen({ port, host });
  process.stdout.write(quiet ? `Listening on ${origin}\n` : `${greeting(origin, host)}\n`);
}

enableCompileCache();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (error instanceof UsageError) process.stderr.write('Try paymentkit-mock-server --help.\n');
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
