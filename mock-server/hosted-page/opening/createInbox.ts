import type { MerchantPageHandlers } from 'paymentkit-js/hosted';

type Hear = (name: keyof MerchantPageHandlers, said?: unknown) => void;

/** Keeps what the merchant's page says until somebody listens. */
export interface Inbox {
  readonly hear: Hear;
  /** Hands over what was said so far, then everything as it is said. */
  readonly open: (to: MerchantPageHandlers) => void;
}

export const createInbox = (): Inbox => {
  const waiting: Parameters<Hear>[] = [];
  let hear: Hear = (...said) => waiting.push(said);
  return {
    hear: (...said) => {
      hear(...said);
    },
    open: (handlers) => {
      hear = (name, said) => {
        (handlers[name] as (said: unknown) => void)(said);
      };
      for (const said of waiting) hear(...said);
    },
  };
};
