import type { PaymentKit } from './createPaymentKit.ts';
import { PaymentKitUnavailable } from './PaymentKitUnavailable.ts';

export interface WebhookSubscription {
  /** What deliveries are signed with; `undefined` until PaymentKit knows our address. Kept in memory only. */
  readonly secret: () => string | undefined;
  /** Registers our address unless that is done. Never throws: the shop sells without webhooks, too. */
  readonly ensure: () => Promise<void>;
}

/** The shop's side of being told. While PaymentKit cannot be reached, it is left at a warning and the next try. */
export function createWebhookSubscription(
  paymentkit: PaymentKit,
  url: string,
): WebhookSubscription {
  let secret: string | undefined;
  return {
    secret: () => secret,
    async ensure() {
      if (secret !== undefined) return;
      try {
        secret = await paymentkit.registerWebhook(url);
      } catch (error) {
        const isPaymentKit = error instanceof PaymentKitUnavailable;
        console.warn('No webhooks for now.', isPaymentKit ? error.message : error);
      }
    },
  };
}
