/** What the shop's server tells the browser that placed an order. */
export interface OrderView {
  readonly state: 'open' | 'processing' | 'paid' | 'expired' | 'review';
  readonly reference: string;
  readonly product: string;
  readonly currency: string;
  readonly amountAtom: number;
  /** What was charged, after discounts; only when `paid`. */
  readonly paidAtom?: number;
}

interface OrderRequest {
  readonly product: string;
  readonly storefront: 'inline' | 'overlay' | 'popup' | 'custom-element' | 'react-spa' | 'redirect';
}

/** The shop's own server, as its pages call it. PaymentKit's secret key stays there. */
export const shopApi = {
  /** Gives the address of a checkout for the product. What it costs is for the server to say. */
  async startOrder(order: OrderRequest): Promise<string> {
    const response = await fetch('/api/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    const { url } = (await readJson(response)) as { url: string };
    return url;
  },

  /** What became of the order; `undefined` when this browser placed none with this session. */
  async readOrder(sessionId: string): Promise<OrderView | undefined> {
    const response = await fetch(`/api/order?session_id=${encodeURIComponent(sessionId)}`);
    return response.status === 404 ? undefined : ((await readJson(response)) as OrderView);
  },
};

async function readJson(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`The shop answered ${String(response.status)}.`);
  return await response.json();
}
