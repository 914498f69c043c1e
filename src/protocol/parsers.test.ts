import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HostedMessage } from './HostedMessage.ts';
import type { MerchantMessage } from './MerchantMessage.ts';
import { parseAppearance } from './parseAppearance.ts';
import { parseHostedMessage } from './parseHostedMessage.ts';
import { parseMerchantMessage } from './parseMerchantMessage.ts';
import { parseHello, parseSummons, writeWindowMessage } from './writeWindowMessage.ts';
import { readFields, readHeight, text } from './readFields.ts';
import { readEmbedFragment, writeAddress } from './writeAddress.ts';

const hosted: readonly HostedMessage[] = [
  { t: 'h:ready', title: 'Pay' },
  { t: 'h:resize', height: 700 },
  {
    t: 'h:change',
    currency: 'usd',
    amount_subtotal_atom: 1,
    amount_discount_atom: 0,
    amount_total_atom: 1,
  },
  { t: 'h:edited' },
  { t: 'h:escape' },
  { t: 'h:focused', height: 300 },
  { t: 'h:submit' },
  { t: 'h:processing', step: 'three_d_secure' },
  { t: 'h:declined', reason: 'declined', decline_code: 'generic_decline' },
  { t: 'h:declined', reason: 'not_attempted' },
  { t: 'h:completed' },
  { t: 'h:expired' },
  { t: 'h:canceled' },
  { t: 'h:return' },
  { t: 'h:error', code: 'network', recoverable: true },
  { t: 'h:pong' },
  { t: 'h:bye' },
];
const merchant: readonly MerchantMessage[] = [
  { t: 's:init', mode: 'inline', redirect: 'auto' },
  {
    t: 's:init',
    mode: 'overlay',
    redirect: 'never',
    token: 'cst_1',
    locale: 'de',
    appearance: { theme: 'dark', accentColor: '#0b5d4b', radius: '4px', fontFamily: 'serif' },
    prefill: { email: 'a@b.example', name: 'A', postalCode: '1' },
  },
  { t: 's:update', locale: 'fr' },
  { t: 's:refresh' },
  { t: 's:focus' },
  { t: 's:show' },
  { t: 's:close', reason: 'api' },
  { t: 's:ping' },
];

const sides = [
  ['hosted page', parseHostedMessage, hosted, merchant],
  ['merchant page', parseMerchantMessage, merchant, hosted],
] as const;

test.each(sides)(
  'every message of the %s passes its parser, less what follows from a code',
  (_, parse, own) => {
    own.forEach((message, index) => {
      const taken: Partial<typeof message> & { recoverable?: boolean } = { ...message };
      delete taken.recoverable;
      expect(parse(structuredClone({ ...message, seq: index + 1 }))).toEqual({
        ...taken,
        seq: index + 1,
      });
    });
  },
);

test.each(sides)(
  'the %s is never answered with its own words (threat 14)',
  (_, parse, __, other) => {
    for (const message of other) expect(parse({ ...message, seq: 1 })).toBeUndefined();
  },
);

test.each(sides)('without a whole number no message of the %s counts', (_, parse, own) => {
  for (const seq of [undefined, '1', NaN, 1.5, Infinity, null]) {
    for (const message of own) expect(parse({ ...message, seq })).toBeUndefined();
  }
});

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
  fc.record({
    t: fc.oneof(
      fc.constantFrom(...hosted, ...merchant).map(({ t }) => t),
      fc.string(),
    ),
    seq: fc.oneof(fc.nat(), fc.anything()),
    title: fc.anything(),
    height: fc.anything(),
    appearance: fc.anything(),
    prefill: fc.anything(),
    reason: fc.anything(),
    mode: fc.anything(),
    v: fc.anything(),
    pk: fc.constantFrom(1, 2),
    n: fc.constantFrom('n', 'm'),
  }),
);

test('the parsers are total: whatever comes, they give a message or nothing (threat 16; fault 49)', () => {
  fc.assert(
    fc.property(anything, (value) => {
      for (const [, parse, own] of sides) {
        const parsed = parse(value);
        if (parsed) expect(parsed.t).toMatch(own === hosted ? /^h:\w+$/ : /^s:\w+$/);
      }
      parseHello(value, 'n');
      parseSummons(value, 'n');
      return true;
    }),
    { numRuns: 5000 },
  );
});

test('an exotic object throws in nobody’s face', () => {
  const trap = (): never => {
    throw new Error('trap');
  };
  const exotic = new Proxy(
    {},
    { get: trap, has: trap, ownKeys: trap, getOwnPropertyDescriptor: trap },
  );
  expect(parseHostedMessage(exotic)).toBeUndefined();
  expect(parseMerchantMessage(exotic)).toBeUndefined();
  expect(parseHello(exotic, 'n')).toBeUndefined();
  expect(parseSummons(exotic, 'n')).toBeUndefined();
});

test('what is inherited is not there, and a prototype in the data changes nothing (threat 17)', () => {
  expect(parseHostedMessage(Object.create({ t: 'h:submit', seq: 1 }))).toBeUndefined();
  const evil: unknown = JSON.parse(
    '{"t":"s:update","seq":1,"__proto__":{"polluted":true},"appearance":{"theme":"dark","__proto__":{"polluted":true}}}',
  );
  const parsed = parseMerchantMessage(evil);
  expect(parsed).toEqual({ t: 's:update', seq: 1, appearance: { theme: 'dark' } });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Reflect.get(parsed ?? {}, 'polluted')).toBeUndefined();
  expect(parseHostedMessage({ t: 'constructor', seq: 1 })).toBeUndefined();
  expect(parseHostedMessage({ t: '__proto__', seq: 1 })).toBeUndefined();
  for (const t of [['h:submit'], 'xh:submit', 'h:submit x']) {
    expect(parseHostedMessage({ t, seq: 1 })).toBeUndefined();
  }
});

test('what a message says of its sender is not read (threat 6)', () => {
  const claimed = { origin: 'https://pay.example', source: {}, isTrusted: true, session: {} };
  expect(parseHostedMessage({ t: 'h:submit', seq: 1, ...claimed })).toEqual({
    t: 'h:submit',
    seq: 1,
  });
  const hello = { pk: 1, t: 'h:hello', n: 'n', v: { min: 1, max: 1, ...claimed }, ...claimed };
  expect(parseHello(hello, 'n')).toEqual({ min: 1, max: 1 });
});

test('unknown fields are dropped, and an optional one that is wrong is left out', () => {
  for (const wrong of [{ locale: 5 }, { later: 'x' }, { appearance: null }, { prefill: 'x' }]) {
    const message = { t: 's:update', seq: 1 };
    expect(parseMerchantMessage({ ...message, ...wrong })).toEqual(message);
  }
  const changed = { t: 's:update', seq: 1, appearance: { theme: 'dark;', radius: '4px' } };
  expect(parseMerchantMessage(changed)).toEqual({ ...changed, appearance: { radius: '4px' } });
});

test.each(['stolen_card', 'x'.repeat(64)])('a decline for the new word %j is one', (reason) => {
  const message = { t: 'h:declined', seq: 1, reason };
  expect(parseHostedMessage(message)).toEqual(message);
});

test.each(['', 'two words', '<b>', 'é', 'x'.repeat(65), 5, ['declined'], null, undefined])(
  'a decline for %j has no reason',
  (reason) => {
    const message = { t: 'h:declined', seq: 1 };
    expect(parseHostedMessage({ ...message, reason })).toEqual(message);
  },
);

test.each([
  { t: 's:init', mode: 'redirect', redirect: 'auto' },
  { t: 's:init', mode: 'inline-block', redirect: 'auto' },
  { t: 's:init', mode: 'not inline', redirect: 'auto' },
  { t: 's:init', mode: 'inline', redirect: 'https://evil.example' },
  { t: 's:init', mode: 'inline', redirect: 'auto ' },
  { t: 's:init', mode: 'inline', redirect: ' auto' },
  { t: 's:init', mode: 'inline' },
])('%j lacks a field, or one is not of its form', (message) => {
  expect(parseMerchantMessage({ ...message, seq: 1 })).toBeUndefined();
});

test.each([
  { code: 'not a code' },
  { code: '' },
  { step: '<b>' },
  { title: 'x'.repeat(257) },
  { height: '700' },
  { amount_total_atom: 1.5 },
  { currency: 840 },
  { later: 'x' },
])('of %j the merchant page takes nothing', (wrong) => {
  const message = { t: 'h:later', seq: 1 };
  expect(parseHostedMessage({ ...message, ...wrong })).toEqual(message);
});

test.each([
  [700, 700],
  [700.2, 701],
  [1e9, 10_000],
  [0, undefined],
  [-1, undefined],
  [NaN, undefined],
  [Infinity, undefined],
  ['700', undefined],
  ['700px;position:fixed', undefined],
])('the height %j is read as %j (fault 48)', (given, read) => {
  expect(readHeight(given)).toBe(read);
});

test('text is short, and nothing else than text', () => {
  const fits = (value: unknown): boolean => !!readFields({ text }, { text: value });
  expect(fits('x\n'.repeat(128))).toBe(true);
  expect(fits('x'.repeat(257))).toBe(false);
  for (const value of [5, ['x'], { toString: () => 'x' }, null]) expect(fits(value)).toBe(false);
});

const looks = (value: string) => ({ accentColor: value, radius: value, fontFamily: value });

test.each([
  '#0b5d4b',
  'RebeccaPurple',
  'rgb(11 93 75 / 50%)',
  'color-mix(in oklch, red 40%, white)',
  'light-dark(hsl(0.5turn, 10%, 20%), #000)',
  '0.5rem',
  'calc((2px + 1em) * -2)',
  '',
])('%j may be a colour or a length', (value) => {
  const { accentColor, radius } = looks(value);
  expect(parseAppearance({ accentColor, radius })).toEqual({ accentColor, radius });
});

test.each([
  'Georgia, serif',
  '"Iowan Old Style", -apple-system',
  "'M+ 1p', 'O2.0'",
  'ヒラギノ角ゴ Pro W3, 微软雅黑',
  '',
])('%j may be names of fonts', (fontFamily) => {
  expect(parseAppearance({ fontFamily })).toEqual({ fontFamily });
});

test.each([
  ['an address', 'url(//evil.example)'],
  ['one among others', 'red\n URL( //evil.example)'],
  ['a function that takes one in quotes', 'image-set("//evil.example" 1x)'],
  ['its older name', "-webkit-image-set('//evil.example' 1x)"],
  ['one for images', 'image("//evil.example")'],
  ['one for anything', 'src("//evil.example")'],
  ['two of them', 'cross-fade(url(//evil.example), red)'],
  ['an escape in a name', 'u\\72l(//evil.example)'],
  ['an escape at its beginning', '\\75 rl(//evil.example)'],
  ['a comment', 'red /* none */'],
  ['what follows a comment', 'url/**/(//evil.example)'],
  ['another declaration', 'red; background: red'],
  ['another rule', 'red } * { color: red'],
  ['another sheet', '@import "//evil.example"'],
  ['markup', '</style><img src=//evil.example>'],
  ['an attribute', '"onfocus=fetch(1)"'],
  ['129 characters', 'x'.repeat(129)],
])('no look is %s', (_, value) => {
  expect(parseAppearance(looks(value))).toEqual({});
});

test('window messages are read back as they were written, with their nonce alone', () => {
  const hello = writeWindowMessage('h:hello', 'n', { min: 1, max: 2 });
  expect(parseHello(hello, 'n')).toEqual({ min: 1, max: 2 });
  expect(parseHello(hello, 'm')).toBeUndefined();
  expect(parseSummons(hello, 'n')).toBeUndefined();
  const port = writeWindowMessage('s:port', 'n', 1);
  expect(parseSummons(port, 'n')).toEqual({ t: 's:port', v: 1 });
  expect(parseHello(port, 'n')).toBeUndefined();
  expect(parseSummons(writeWindowMessage('s:hi', 'n'), 'n')).toEqual({ t: 's:hi' });
  expect(parseHello({ pk: 1, t: 'h:hello', n: 'n', v: { min: 1 } }, 'n')).toBeUndefined();
  expect(parseSummons({ pk: 1, t: 's:port', n: 'n', v: '1' }, 'n')).toBeUndefined();
});

test('the address of a frame is read back by the page in it', () => {
  const fragment = { nonce: 'a-_', origin: 'http://localhost:4243' };
  const address = writeAddress(
    'https://pay.example/embed/handle',
    'pt-BR',
    fragment.nonce,
    fragment.origin,
  );
  expect(readEmbedFragment(new URL(address).hash)).toEqual(fragment);
  for (const hash of ['', '#', '#pk=2&n=a&o=b', '#pk=1&n=a', '#pk=1&o=b', '#section']) {
    expect(readEmbedFragment(hash)).toBeUndefined();
  }
});
