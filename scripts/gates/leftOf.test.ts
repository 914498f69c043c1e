import { expect, test } from 'vitest';
import { leftOf } from './leftOf.ts';

const output = `
Running 5 tests using 2 workers

  -  1 [shell] › e2e/redirect/network.e2e.ts:16:3 › the page loses the network, and has its receipt: one payment @repeats
Left to continuous integration: 17 of 19 stories by element
Left to continuous integration: colours in the dark: expired
  ✓  2 [shell] › e2e/contract/modes.e2e.ts:34:3 › every story is the same by element (4.8s)
  -  3 [whole browser] › examples/redirect/redirect.e2e.ts:96:3 › the redirect shop › takes one payment @repeats @whole-browser
Left to continuous integration: colours in the dark: pending
Left to continuous integration: colours in the dark: expired
  -  4 [shell] › e2e/redirect/network.e2e.ts:30:3 › the same again @repeats
  ✓  5 [shell] › e2e/start/start.e2e.ts:9:1 › a dash - in a title (1.0s)

  3 skipped
  2 passed (9.5s)
`;

test('what was skipped is named with its file, and what a test left out as it says it, each once', () => {
  expect(leftOf(output)).toEqual([
    'e2e/redirect/network.e2e.ts: the page loses the network, and has its receipt: one payment; the same again',
    'examples/redirect/redirect.e2e.ts: the redirect shop › takes one payment',
    '17 of 19 stories by element',
    'colours in the dark: expired; pending',
  ]);
});

test('where everything ran nothing is left', () => {
  expect(leftOf('  350 passed (4.0m)\n')).toEqual([]);
});
