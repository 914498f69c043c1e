import type { CheckoutSession } from '../session/CheckoutSession.ts';

export const host = 'https://pay.example';
export const token = 'cst_aSecretThatNobodyElseMaySee';

/** A session as the API sends it, with what the test changes. */
export const session = (changes: Partial<CheckoutSession> = {}): CheckoutSession => ({
  id: 'cs_test_abcdefgh12345678',
  state: 'open',
  mode: 'payment',
  test_mode: true,
  merchant: { name: 'Alder Press', logo_url: null, primary_color: null },
  customer: null,
  line_items: [],
  currency: 'usd',
  amount_subtotal_atom: 6800,
  amount_discount_atom: 0,
  amount_total_atom: 6800,
  discount: null,
  price_changed: false,
  expires_at: '2026-01-02T00:00:00Z',
  server_time: '2026-01-01T00:00:00Z',
  success_url: 'https://shop.example/success?s=cs_test_abcdefgh12345678',
  return_url: 'https://shop.example/cart',
  payment_methods: ['card'],
  payment: null,
  ...changes,
});
