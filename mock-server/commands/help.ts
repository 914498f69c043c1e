import { eventTypes } from '../domain/webhooks/eventTypes.ts';
import { commandOptions, optionsOf, type CommandName, type OptionName } from './commandOptions.ts';

/** Where what is said of an option begins. */
const column = 28;

function describe(name: OptionName): string {
  const option = commandOptions[name];
  const head = `  --${name}${'value' in option ? ` ${option.value}` : ''}`;
  const [first = '', ...others] = option.help;
  const begin = head.length < column - 1 ? head.padEnd(column) : `${head}\n${' '.repeat(column)}`;
  return [begin + first, ...others.map((line) => ' '.repeat(column) + line)].join('\n');
}

const list = (names: readonly OptionName[]): string => names.map(describe).join('\n');

const exits = `It exits with 0 when all went well, 1 when it could not be done, 2 when it was
called in a wrong way.
`;

function ofStarting(): string {
  const names = optionsOf(undefined).filter((name) => name !== 'help' && name !== 'version');
  return `paymentkit-mock-server: PaymentKit's API, hosted checkout page and clock on your
own machine

Usage
  paymentkit-mock-server [options]              Start it
  paymentkit-mock-server session [--open]       Make a checkout session
  paymentkit-mock-server trigger <event type>   Let something happen, with all
                                                that belongs to it
  The last two ask a server that runs; each has a --help of its own.

Options to start it
${list(names)}

Options of session and trigger
${list(['url', 'account', 'open'])}
  --control-token <secret>  What it was started with

${list(['version', 'help'])}

Try it
  paymentkit-mock-server --webhook-url http://localhost:3000/webhooks
  paymentkit-mock-server session --open
  paymentkit-mock-server trigger invoice.paid
  curl -X POST http://127.0.0.1:4242/api/acc_dev_demo/checkout-sessions \\
    -H "Authorization: Bearer sk_test_demo" \\
    -H "Content-Type: application/json" \\
    -d '{"line_items": [{"price_id": "price_premium", "quantity": 1}],
         "success_url": "http://localhost:3000/success",
         "return_url": "http://localhost:3000/cart"}'
  Open the "url" of the answer and pay with 4242 4242 4242 4242.

${exits}`;
}

const optionsOfCommand = (name: CommandName): string => {
  const own = optionsOf(name).filter((one) => !['control-token', 'help', 'version'].includes(one));
  return `Options
${list(own)}
  --control-token <secret>  What it was started with
${list(['help'])}
`;
};

function ofSession(): string {
  return `paymentkit-mock-server session: make a checkout session on a server that runs

Usage
  paymentkit-mock-server session [options]

It prints the secure token, the checkout URL, and the code that shows it. The
session is for one price_premium; create it over the API to have another.

${optionsOfCommand('session')}
Try it
  paymentkit-mock-server session --open

${exits}`;
}

function ofTrigger(): string {
  return `paymentkit-mock-server trigger: let something happen on a server that runs

Usage
  paymentkit-mock-server trigger <event type> [options]

It makes real records in the account, so that each id in each webhook can be
looked up, and prints what happened and what the endpoints answered.

Event types
  ${eventTypes.join('\n  ')}

${optionsOfCommand('trigger')}
Try it
  paymentkit-mock-server trigger checkout_session.completed

${exits}`;
}

/** What `--help` prints, of the whole or of one command. */
export function help(command?: CommandName): string {
  if (command === 'session') return ofSession();
  return command === 'trigger' ? ofTrigger() : ofStarting();
}
