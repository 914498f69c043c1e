import type { PaymentKit } from '../paymentkit/createPaymentKit.ts';
import type { Order } from './Order.ts';
import type { Orders } from './createOrders.ts';

/** What the shop's decisions need of the world. */
export interface Shop {
  /** Where shoppers see the shop, such as `http://localhost:4243`; never taken from a request. */
  readonly origin: string;
  readonly orders: Orders;
  readonly paymentkit: PaymentKit;
  /** What webhooks are signed with; `undefined` while PaymentKit does not know where to send them. */
  readonly webhookSecret: () => string | undefined;
  /** Called once for each order that was paid, and not again when it fails: hand over the goods here. */
  readonly onPaid: (order: Order) => void;
}
