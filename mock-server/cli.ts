import { createRequire, enableCompileCache } from 'node:module';
import { styleText } from 'node:util';
import { commandNames } from './commands/commandOptions.ts';
import { greeting } from './commands/greeting.ts';
import { optionFault } from './commands/optionFault.ts';
import { warning } from './commands/warning.ts';
import { readCommand, type Command } from './commands/readCommand.ts';
import { stopWhenTold } from './commands/stopWhenTold.ts';
import { UsageError } from './commands/UsageError.ts';
import type { MockServer } from './createMockServer.ts';
import type { MockControl } from './MockControl.ts';
import type { Delivery } from './schemas/timeline.ts';

/** The account that the guide's commands are shown with. */
const demoAccount = 'acc_dev_demo';

function readPort(text: string, source: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${source} must be a number from 0 to 65535.`);
}

type Options = Command['options'];

function readDefaultPort(): number {
  return readPort(process.env['PAYMENTKIT_PORT'] ?? '4242', 'PAYMENTKIT_PORT');
}

/**
 * Tells the address that was given, and says with which secret. One that is told already is not told twice. It asks the
 * handlers, so that no line of a request stands above the greeting.
 */
async function registerWebhook({ handlers }: MockServer, url: string): Promise<string> {
  const [{ createMockControl }, { answerInProcess }] = await Promise.all([
    import('./createMockControl.ts'),
    import('./adapters/msw/answerInProcess.ts'),
  ]);
  const control = createMockControl({
    url: 'https://api.paymentkit.com',
    accountId: demoAccount,
    fetch: answerInProcess(handlers),
  });
  const known = (await control.request('GET', '/webhook-endpoints?limit=100')) as {
    readonly data: readonly { readonly url: string; readonly secret: string }[];
  };
  const endpoint = known.data.find((one) => one.url === url);
  const { secret } = endpoint ?? (await control.webhooks.endpoint(url));
  return `  Webhooks go to  ${url}\n  signed with     ${secret}\n`;
}

async function serve(options: Options): Promise<void> {
  const { quiet = false, host = '127.0.0.1', port: given } = options;
  const port = given === undefined ? readDefaultPort() : readPort(given, '--port');
  // Loaded after the options are known to be right, and from the compile cache from the second start on.
  const { createMockServer } = await import('./createMockServer.ts');
  const controlToken = options['control-token'];
  const server = createMockServer({
    quiet,
    allowHosts: options['allow-host'] ?? [],
    allowWebhookHosts: options['allow-webhook-host'] ?? [],
    ...(controlToken !== undefined && { controlToken }),
    ...(options.data !== undefined && { data: options.data }),
  });
  stopWhenTold(() => server.close());
  const webhookUrl = options['webhook-url'];
  try {
    const { checkSeed, seedServer } = await import('./commands/seedServer.ts');
    await checkSeed(options.seed);
    const origin = await server.listen({ port, host });
    // After it listens: the pages of sessions that are seeded are there.
    const seeded = await seedServer(server, options.seed);
    const webhook = webhookUrl === undefined ? '' : await registerWebhook(server, webhookUrl);
    const told = seeded + webhook;
    process.stderr.write(warning(host));
    process.stdout.write(
      quiet ? `Listening on ${origin}\n${told}` : greeting(origin, styleText, told),
    );
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** A client of the server that runs, for the other commands. */
async function connect(options: Options): Promise<MockControl> {
  const [{ createMockControl }, { checkServer }] = await Promise.all([
    import('./createMockControl.ts'),
    import('./commands/checkServer.ts'),
  ]);
  const { account = demoAccount, 'control-token': controlToken } = options;
  const url = new URL(options.url ?? `http://127.0.0.1:${String(readDefaultPort())}`).origin;
  await checkServer(url, controlToken);
  const token = controlToken !== undefined && { controlToken };
  return createMockControl({ url, accountId: account, ...token });
}

async function makeSession(options: Options): Promise<void> {
  const control = await connect(options);
  const { describeSession } = await import('./commands/describeSession.ts');
  const shop = 'http://localhost:3000';
  const session = await control.createSession({
    success_url: `${shop}/success?session_id={CHECKOUT_SESSION_ID}`,
    return_url: `${shop}/cart`,
  });
  process.stdout.write(describeSession(session));
  if (!options.open) return;
  const { openInBrowser } = await import('./adapters/openInBrowser.ts');
  await openInBrowser(session.url);
}

/** What came of a delivery: the status of the answer, or that there was none. */
const arrival = ({ state, response_status: status }: Delivery): string =>
  status === null ? (state === 'pending' ? 'to be tried again' : 'no answer') : String(status);

async function trigger(type: string | undefined, options: Options): Promise<void> {
  const [{ eventTypes }, { nearestName }, { triggerEvent }] = await Promise.all([
    import('./domain/webhooks/eventTypes.ts'),
    import('./domain/requests/nearestName.ts'),
    import('./commands/triggerEvent.ts'),
  ]);
  const known = eventTypes.find((one) => one === type);
  if (known === undefined) {
    const nearest = nearestName(type ?? '', eventTypes);
    const advice = nearest === undefined ? '' : ` Did you mean ${nearest}?`;
    const wrong = type === undefined ? 'trigger needs an event type' : `${type} is no event type`;
    throw new UsageError(`${wrong}.${advice} There are:\n  ${eventTypes.join('\n  ')}`);
  }
  const control = await connect(options);
  const events = await triggerEvent(control, known);
  const deliveries = await control.webhooks.deliveries();
  const width = Math.max(...events.map(({ type: happened }) => happened.length));
  for (const { id, type: happened } of events) {
    const told = deliveries.filter(({ event_id: of }) => of === id).reverse();
    const arrived = told.map(arrival).join(', ');
    const line = `${happened.padEnd(width)}  ${id}${arrived && `  webhook: ${arrived}`}`;
    process.stdout.write(`${line}\n`);
  }
}

function readVersion(): string {
  const { version } = createRequire(import.meta.url)('paymentkit-mock-server/package.json') as {
    readonly version: string;
  };
  return version;
}

async function main(): Promise<void> {
  const { name, argument, options } = readCommand(process.argv.slice(2));
  if (options.help) {
    const { help } = await import('./commands/help.ts');
    process.stdout.write(help(name));
    return;
  }
  if (options.version) {
    process.stdout.write(`${readVersion()}\n`);
    return;
  }
  const fault = optionFault(options);
  if (fault !== undefined) throw new UsageError(fault);
  if (name === undefined) await serve(options);
  else if (name === 'session') await makeSession(options);
  else await trigger(argument, options);
}

enableCompileCache();
main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  const isUsage =
    error instanceof UsageError || (error instanceof Error && error.name === 'SeedError');
  const command = commandNames.find((name) => process.argv.includes(name));
  const help = command === undefined ? '--help' : `${command} --help`;
  if (isUsage) process.stderr.write(`Try paymentkit-mock-server ${help}.\n`);
  process.exitCode = isUsage ? 2 : 1;
});
