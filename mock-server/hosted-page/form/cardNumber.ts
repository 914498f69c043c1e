import { digitsOf } from './digitsOf.ts';

/** What a card network's numbers look like, as far as a form has to know. */
export interface CardBrand {
  readonly name: string;
  readonly lengths: readonly number[];
  /** Sizes of the groups in which the number is printed on the card. */
  readonly groups: readonly number[];
  readonly codeLength: number;
}

type Row = readonly [
  prefix: RegExp,
  name: string,
  lengths: readonly number[],
  groups?: readonly number[],
  codeLength?: number,
];

const fours = [4, 4, 4, 4, 3];
const anyLength = [14, 15, 16, 17, 18, 19];

const brands: readonly Row[] = [
  [/^4/, 'Visa', [16]],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 'Mastercard', [16]],
  [/^3[47]/, 'American Express', [15], [4, 6, 5], 4],
  [/^(6011|64[4-9]|65)/, 'Discover', [16, 19]],
  [/^3(0[0-5]|[68])/, 'Diners Club', [14], [4, 6, 4]],
  [/^35(2[89]|[3-8])/, 'JCB', [16]],
  [/^62/, 'UnionPay', [16, 17, 18, 19]],
];

/** The network that issues numbers beginning with these digits; without a name and of any length while unknown. */
export const cardBrand = (number: string): CardBrand => {
  const digits = digitsOf(number);
  const [, name = '', lengths = anyLength, groups = fours, codeLength = 3] =
    brands.find(([prefix]) => prefix.test(digits)) ?? [];
  return { name, lengths, groups, codeLength };
};

/** The name of a network, as people write it, for the API's word for it. */
export const cardBrandName = (code: string): string => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
  if (code === 'amex') return 'American Express';
  return brands.find(([, name]) => plain(name) === plain(code))?.[1] ?? code;
};

/** A card number in the groups printed on the card: 4-4-4-4, for American Express 4-6-5. */
export const formatCardNumber = (text: string): string => {
  const { lengths, groups } = cardBrand(text);
  const digits = digitsOf(text, Math.max(...lengths));
  const parts: string[] = [];
  let from = 0;
  for (const size of groups) {
    if (from < digits.length) parts.push(digits.slice(from, from + size));
    from += size;
  }
  return parts.join(' ');
};
