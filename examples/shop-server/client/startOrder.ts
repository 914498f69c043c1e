/** Asks the shop's server for a checkout. It answers with the session's `url`; the secret key stays with it. */
export async function startOrder(order: {
  readonly product: string;
  readonly storefront: 'inline' | 'redirect';
}): Promise<string> {
  const response = await fetch('/api/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  });
  if (!response.ok) throw new Error(`The shop answered ${String(response.status)}.`);
  const { url } = (await response.json()) as { url: string };
  return url;
}
