/** What an order can be paid for. */
export interface Item {
  readonly name: string;
  /** The price in PaymentKit that charges for it. */
  readonly priceId: string;
  /** What we charge, in the currency's smallest unit. The browser never has a say in it. */
  readonly amountAtom: number;
}

export interface Product extends Item {
  readonly id: string;
  readonly currency: string;
  /**
   * What is sold in its place when every processor declines, in this order, each at an amount of its own: PaymentKit's
   * cascade. No page says so, or who has read it would pay with a card that fails.
   */
  readonly fallbacks?: readonly Item[];
}

/** What the shop sells: its own record, which every payment is compared with. */
export const products: readonly Product[] = [
  {
    id: 'premium-kit',
    name: 'Premium print kit',
    priceId: 'price_premium',
    amountAtom: 4900,
    currency: 'usd',
  },
  {
    id: 'standard-kit',
    name: 'Standard print kit',
    priceId: 'price_standard',
    amountAtom: 1900,
    currency: 'usd',
  },
  {
    id: 'basic-kit',
    name: 'Basic print kit',
    priceId: 'price_basic',
    amountAtom: 900,
    currency: 'usd',
  },
  {
    id: 'workshop',
    name: 'Print workshop',
    priceId: 'price_xyz',
    amountAtom: 2000,
    currency: 'usd',
  },
  {
    id: 'kit-of-the-month',
    name: 'Premium print kit',
    priceId: 'price_premium',
    amountAtom: 4900,
    currency: 'usd',
    fallbacks: [
      { name: 'Standard print kit', priceId: 'price_standard', amountAtom: 1900 },
      { name: 'Basic print kit', priceId: 'price_basic', amountAtom: 900 },
    ],
  },
];
