/** What the command can be asked for besides starting the server. */
export const commandNames = ['session', 'trigger'] as const;

export type CommandName = (typeof commandNames)[number];

interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands behind it in the help: `<number>`. */
  readonly value?: string;
  /** The commands that take it; without any, starting does. */
  readonly of?: readonly CommandName[];
  /** Lines of at most 52 letters. */
  readonly help: readonly string[];
}

/** Every option, in the order of the help. */
export const commandOptions = {
  port: {
    type: 'string',
    value: '<number>',
    help: ['Port to listen on; 0 takes a free one', '(default: PAYMENTKIT_PORT, else 4242)'],
  },
  host: {
    type: 'string',
    value: '<address>',
    help: [
      'Address to listen on (default: 127.0.0.1). Any other',
      'than a loopback one lets other machines in and',
      'needs --control-token',
    ],
  },
  'allow-host': {
    type: 'string',
    multiple: true,
    value: '<name>',
    help: ['Also answer requests sent to this name; can be', 'repeated'],
  },
  'control-token': {
    type: 'string',
    value: '<secret>',
    help: ['Ask for this secret on /_mock'],
  },
  data: {
    type: 'string',
    value: '<file>',
    help: ['Keep everything in this file, over restarts', '(default: in memory only)'],
  },
  seed: {
    type: 'string',
    value: '<file>',
    help: [
      'Add the records of this JSON file to accounts; with',
      'a mistake in it, none. What is there already is left',
      'as it is',
    ],
  },
  'webhook-url': {
    type: 'string',
    value: '<url>',
    help: ['Tell this address of everything in acc_dev_demo, and', 'print its secret'],
  },
  'allow-webhook-host': {
    type: 'string',
    multiple: true,
    value: '<name>',
    help: ['Send webhooks to this host wherever it is; can be', 'repeated'],
  },
  quiet: { type: 'boolean', help: ['Print no line for each request'] },
  url: {
    type: 'string',
    value: '<origin>',
    of: commandNames,
    help: ['Where it runs (default: http://127.0.0.1:4242, or', 'the port in PAYMENTKIT_PORT)'],
  },
  account: {
    type: 'string',
    value: '<id>',
    of: commandNames,
    help: ['In which account (default: acc_dev_demo)'],
  },
  open: {
    type: 'boolean',
    of: ['session'],
    help: ['Open the checkout page of the new session'],
  },
  version: { type: 'boolean', short: 'v', help: ['Show which version this is'] },
  help: { type: 'boolean', short: 'h', help: ['Show this'] },
} as const satisfies Readonly<Record<string, CommandOption>>;

export type OptionName = keyof typeof commandOptions;

/** What every command takes. */
const general: readonly OptionName[] = ['help', 'version'];

const allNames = Object.keys(commandOptions) as OptionName[];

/** The options of a command, or of starting the server. */
export function optionsOf(command: CommandName | undefined): readonly OptionName[] {
  return allNames.filter((name) => {
    const option: CommandOption = commandOptions[name];
    if (general.includes(name)) return true;
    if (command === undefined) return option.of === undefined;
    // A server that was started with a token asks for it.
    return name === 'control-token' || option.of?.includes(command) === true;
  });
}
