export interface ItemForm {
  /** Only tells one line from another while they come and go. */
  readonly key: number;
  readonly priceId: string;
  readonly quantity: string;
}

export interface TierForm {
  readonly key: number;
  readonly items: readonly ItemForm[];
  readonly routeId: string;
}

export type Discount = 'none' | 'coupon' | 'promotion';

/** What has been entered, as it was entered. */
export interface SessionForm {
  readonly mode: 'payment' | 'setup';
  readonly customerId: string;
  readonly customerEmail: string;
  readonly expires: string;
  readonly successUrl: string;
  readonly returnUrl: string;
  readonly items: readonly ItemForm[];
  readonly origins: string;
  readonly discount: Discount;
  readonly couponId: string;
  readonly promotionCode: string;
  readonly routeId: string;
  readonly threeDSecure: '' | 'automatic' | 'required' | 'off';
  /** By the keys of their definitions. */
  readonly fields: Readonly<Record<string, string>>;
  readonly subscriptionFields: Readonly<Record<string, string>>;
  readonly tiers: readonly TierForm[];
}

/** A key that no line of a list has. */
export const nextKey = (list: readonly { readonly key: number }[]): number =>
  Math.max(0, ...list.map(({ key }) => key)) + 1;

/** The form as it is found: one line, and addresses of a shop on the same machine. */
export const emptyForm = (priceId: string): SessionForm => ({
  mode: 'payment',
  customerId: '',
  customerEmail: '',
  expires: '24',
  successUrl: 'http://localhost:3000/success?session_id={CHECKOUT_SESSION_ID}',
  returnUrl: 'http://localhost:3000/cart',
  items: [{ key: 1, priceId, quantity: '1' }],
  origins: '',
  discount: 'none',
  couponId: '',
  promotionCode: '',
  routeId: '',
  threeDSecure: '',
  fields: {},
  subscriptionFields: {},
  tiers: [],
});
