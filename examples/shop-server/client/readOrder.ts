import type { OrderView } from './OrderView.ts';

/**
 * Asks the shop's server what became of the order that a session was made for. `undefined`: this browser placed no
 * such order, whoever's session the address names.
 */
export async function readOrder(sessionId: string): Promise<OrderView | undefined> {
  const response = await fetch(`/api/order?session_id=${encodeURIComponent(sessionId)}`);
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`The shop answered ${String(response.status)}.`);
  return (await response.json()) as OrderView;
}
