import { expect, test } from 'vitest';
import { checkOptions } from './checkOptions.ts';

const check = (given: object) => () => {
  checkOptions('begin', given, ['port', 'quiet'], { url: 'Give it to begin().' });
};

test.each([
  [{ prot: 1 }, 'Failed to begin: there is no option prot. Did you mean port?'],
  [{ colour: 1 }, 'Failed to begin: there is no option colour. There are port, quiet.'],
  [{ toString: 1 }, 'Failed to begin: there is no option toString. There are port, quiet.'],
  [{ url: 1 }, 'Failed to begin: there is no option url. Give it to begin().'],
])('%j is refused: %s', (given, message) => {
  expect(check(given)).toThrow(message);
});

test.each([{}, { port: 1 }, { quiet: undefined, port: 0 }])('%j is taken', (given) => {
  expect(check(given)).not.toThrow();
});
