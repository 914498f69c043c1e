export interface Product {
  readonly id: string;
  readonly name: string;
  /** The price in PaymentKit that charges for it. */
  readonly priceId: string;
  /** What we charge, in the currency's smallest unit. The browser never has a say in it. */
  readonly amountAtom: number;
  readonly currency: string;
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
];
