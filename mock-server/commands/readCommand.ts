import { parseArgs } from 'node:util';
import { nearestName } from '../domain/requests/nearestName.ts';
import { commandNames, commandOptions, optionsOf, type CommandName } from './commandOptions.ts';
import { UsageError } from './UsageError.ts';

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: commandOptions, allowPositionals: true });

export interface Command {
  /** `undefined` starts the server. */
  readonly name: CommandName | undefined;
  /** The event type of `trigger`. */
  readonly argument: string | undefined;
  readonly options: ReturnType<typeof parse>['values'];
}

const didYouMean = (given: string, known: readonly string[], dashes = ''): string => {
  const nearest = nearestName(given, known);
  return nearest === undefined ? '' : ` Did you mean ${dashes}${nearest}?`;
};

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Before the command is: what follows an option that there is not reads like one. */
function checkName({ name, rawName }: OptionToken): void {
  if (Object.hasOwn(commandOptions, name)) return;
  const advice = didYouMean(name, Object.keys(commandOptions), '--');
  throw new UsageError(`There is no option ${rawName}.${advice}`);
}

/** What is wrong with an option, in words that say what to write instead. */
function checkOption(token: OptionToken, command: CommandName | undefined): void {
  const { name, rawName, value, inlineValue } = token;
  const asked = optionsOf(command).find((one) => one === name);
  if (asked === undefined) {
    throw new UsageError(`${rawName} is no option of ${command ?? 'starting the server'}.`);
  }
  const option = commandOptions[asked];
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
  } else if (value === undefined || value === '' || (!inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${rawName} needs a value: --${name} ${option.value}.`);
  }
}

function readName(given: string | undefined): CommandName | undefined {
  const name = commandNames.find((one) => one === given);
  if (given === undefined || name !== undefined) return name;
  const advice = didYouMean(given, commandNames) || ` There are ${commandNames.join(' and ')}.`;
  throw new UsageError(`There is no command ${given}.${advice}`);
}

/** Reads what the command was called with, and refuses what it would otherwise pass over. */
export function readCommand(args: readonly string[]): Command {
  const { tokens } = parseArgs({
    args: [...args],
    options: commandOptions,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === 'option') checkName(token);
  const [command, argument, ...rest] = tokens.flatMap((token) =>
    token.kind === 'positional' ? [token.value] : [],
  );
  const name = readName(command);
  for (const token of tokens) if (token.kind === 'option') checkOption(token, name);
  const extra = name === 'trigger' ? rest[0] : argument;
  if (extra !== undefined) throw new UsageError(`Unexpected argument: ${extra}.`);
  return { name, argument, options: parse(args).values };
}
