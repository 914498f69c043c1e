import { expect, test } from 'vitest';
import { commandOptions, type OptionName } from './commandOptions.ts';
import { readCommand } from './readCommand.ts';
import { UsageError } from './UsageError.ts';

test.each([
  [['--prot', '1'], 'There is no option --prot. Did you mean --port?'],
  [['--allowHost', 'a'], 'There is no option --allowHost. Did you mean --allow-host?'],
  [['--colour'], 'There is no option --colour.'],
  [['--__proto__'], 'There is no option --__proto__.'],
  [['--toString'], 'There is no option --toString.'],
  [['-p', '1'], 'There is no option -p.'],
  [['--port'], '--port needs a value: --port <number>.'],
  [['--data', ''], '--data needs a value: --data <file>.'],
  [['--control-token='], '--control-token needs a value: --control-token <secret>.'],
  [['--port', '--quiet'], '--port needs a value: --port <number>.'],
  [['--quiet=yes'], '--quiet takes no value.'],
  [['--open'], '--open is no option of starting the server.'],
  [['session', '--data', 'x'], '--data is no option of session.'],
  [['trigger', 'invoice.paid', '--open'], '--open is no option of trigger.'],
  [['surprise'], 'There is no command surprise. There are session and trigger.'],
  [['sesion'], 'There is no command sesion. Did you mean session?'],
  [['session', 'surprise'], 'Unexpected argument: surprise.'],
  [['trigger', 'invoice.paid', 'surprise'], 'Unexpected argument: surprise.'],
  [['--', '--port'], 'There is no command --port.'],
])('%j is refused: %s', (args, message) => {
  const read = () => readCommand(args);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(message);
});

test.each([
  [[], { name: undefined, argument: undefined, options: {} }],
  [['--port=0', '--quiet'], { options: { port: '0', quiet: true } }],
  [['--allow-host', 'a', '--allow-host=b'], { options: { 'allow-host': ['a', 'b'] } }],
  [['--control-token=-x'], { options: { 'control-token': '-x' } }],
  [['--open', 'session'], { name: 'session', options: { open: true } }],
  [['trigger', 'invoice.paid', '--account', 'a'], { name: 'trigger', argument: 'invoice.paid' }],
  [['trigger', '-h'], { name: 'trigger', options: { help: true } }],
  [['-v'], { name: undefined, options: { version: true } }],
])('%j is read', (args, command) => {
  expect(readCommand(args)).toMatchObject(command);
});

test.each(Object.keys(commandOptions) as OptionName[])('--%s is taken by some command', (name) => {
  const value = commandOptions[name].type === 'string' ? ['x'] : [];
  const taken = [[], ['session'], ['trigger', 'x']].filter((command) => {
    try {
      return readCommand([...command, `--${name}`, ...value]).options[name] !== undefined;
    } catch {
      return false;
    }
  });
  expect(taken.length).toBeGreaterThan(0);
});
