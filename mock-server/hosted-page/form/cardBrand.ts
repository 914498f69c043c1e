/** What a card network's numbers look like, as far as a form has to know. */
export interface CardBrand {
  readonly name: string;
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
  /** Sizes of the groups in which the number is printed on the card. */
  readonly groups: readonly number[];
  readonly codeLength: 3 | 4;
}

const fours = [4, 4, 4, 4, 3];

const brands: readonly CardBrand[] = [
  { name: 'Visa', prefix: /^4/, lengths: [16], groups: fours, codeLength: 3 },
  {
    name: 'Mastercard',
    prefix: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/,
    lengths: [16],
    groups: fours,
    codeLength: 3,
  },
  { name: 'American Express', prefix: /^3[47]/, lengths: [15], groups: [4, 6, 5], codeLength: 4 },
  {
    name: 'Discover',
    prefix: /^(6011|64[4-9]|65)/,
    lengths: [16, 19],
    groups: fours,
    codeLength: 3,
  },
  {
    name: 'Diners Club',
    prefix: /^3(0[0-5]|[68])/,
    lengths: [14],
    groups: [4, 6, 4],
    codeLength: 3,
  },
  { name: 'JCB', prefix: /^35(2[89]|[3-8])/, lengths: [16], groups: fours, codeLength: 3 },
  { name: 'UnionPay', prefix: /^62/, lengths: [16, 17, 18, 19], groups: fours, codeLength: 3 },
];

/** A number of no network we know: any length a card may have. */
const unknown: CardBrand = {
  name: '',
  prefix: /^/,
  lengths: [14, 15, 16, 17, 18, 19],
  groups: fours,
  codeLength: 3,
};

/** The network that issues numbers beginning with these digits; its name is empty while unknown. */
export const cardBrand = (digits: string): CardBrand =>
  brands.find((brand) => brand.prefix.test(digits)) ?? unknown;
