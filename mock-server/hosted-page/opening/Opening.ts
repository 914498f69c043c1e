import type { MerchantPage, MerchantPageHandlers } from 'paymentkit-js/hosted';
import type { PageData } from '../PageData.ts';

/** What the document has begun of itself, before the page's script has come. */
export interface Opening {
  readonly data: PageData;
  /** The session's token, when the page has it of itself. */
  readonly token: string | undefined;
  /** Gives the merchant's page; what it has said so far is heard after this task. */
  readonly listen: (handlers: MerchantPageHandlers) => MerchantPage;
  /** The first answer about the session, asked for as soon as the token was there: given once. */
  readonly takeAnswer: () => Promise<Response> | undefined;
}

/** The window of the page: there the opening leaves what the page's script takes over. */
export type OpenedWindow = Window & { checkoutOpening?: Opening };
