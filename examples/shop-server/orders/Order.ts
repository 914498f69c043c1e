import type { Item, Product } from './products.ts';

/** `paid`, `expired` and `review` are final. */
export type OrderState = 'open' | 'processing' | 'paid' | 'expired' | 'review';

/** Which example the order came from; it decides where the shopper comes back to. */
export type Storefront =
  | 'inline'
  | 'overlay'
  | 'popup'
  | 'custom-element'
  | 'react-spa'
  | 'redirect'
  | 'script-tag';

export interface Payment {
  /** What it was for, and what is handed over: the product, or one of its fallbacks. */
  readonly item: Item;
  /** What was paid: less than the item costs where a promotion code was given. */
  readonly amountAtom: number;
  readonly intentId: string | undefined;
}

export interface Order {
  /** Random: knowing one order tells nothing about another. */
  readonly id: string;
  /** What the shopper reads on the receipt. */
  readonly reference: string;
  /** The browser that placed it. Nobody else is shown anything of it. */
  readonly visitorId: string;
  readonly storefront: Storefront;
  readonly product: Product;
  readonly state: OrderState;
  /** The checkout session made for this order, and for no other. */
  readonly session: { readonly id: string; readonly url: string } | undefined;
  readonly payment: Payment | undefined;
}
