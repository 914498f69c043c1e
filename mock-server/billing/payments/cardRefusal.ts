import type { Account } from '../../store/createAccount.ts';

/** Why a saved card cannot be charged for a customer; `undefined` when it can. One that was not saved is nobody's. */
export function cardRefusal(
  { records }: Account,
  id: string,
  customerId: string | null,
): { readonly type: string; readonly msg: string } | undefined {
  const method = records.paymentMethods.get(id);
  if (!method) {
    const msg = 'There is no such payment method in this account: check its id';
    return { type: 'unknown_payment_method', msg };
  }
  if (method.customer_id === null || method.customer_id === customerId) return undefined;
  const msg = 'This card belongs to another customer: give one that this customer has saved';
  return { type: 'wrong_customer', msg };
}
