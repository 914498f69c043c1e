import type {
  HostedInit,
  MerchantPage,
  MerchantPageHandlers,
  MerchantPageOptions,
} from 'paymentkit-js/hosted';
import { fetchSession } from '../api/fetchSession.ts';
import { readPageData } from '../PageData.ts';
import { createInbox } from './createInbox.ts';
import type { OpenedWindow, Opening } from './Opening.ts';

/** Asks for the session once, and keeps the answer for whoever takes it. */
const createAsking = () => {
  let asked = false;
  let answer: Promise<Response> | undefined;
  return {
    ask: (token: string | undefined): void => {
      if (asked || token === undefined) return;
      asked = true;
      answer = fetchSession(token);
      // Whoever takes it hears of a failure; until then nobody has to.
      answer.catch(() => undefined);
    },
    takeAnswer: (): Promise<Response> | undefined => {
      const taken = answer;
      answer = undefined;
      return taken;
    },
  };
};

/**
 * What the document does while its script and its style are still on their way: it greets the merchant's page and asks
 * for the session as soon as there is a token. `token` is there when the page has one of itself.
 */
export const openPage = (
  connect: (options: MerchantPageOptions) => MerchantPage,
  token: string | undefined,
): void => {
  const data = readPageData();
  const inbox = createInbox();
  const { ask, takeAnswer } = createAsking();
  const on =
    (name: keyof MerchantPageHandlers) =>
    (said?: unknown): void => {
      if (name === 'init') ask((said as HostedInit).token);
      inbox.hear(name, said);
    };
  const handlers: MerchantPageHandlers = {
    init: on('init'),
    update: on('update'),
    refresh: on('refresh'),
    focus: on('focus'),
    show: on('show'),
    close: on('close'),
  };
  const merchant = connect({ allowedOrigins: data.allowedOrigins, handlers });
  if (merchant.status !== 'refused') ask(token);
  const listen: Opening['listen'] = (to) => {
    queueMicrotask(() => {
      inbox.open(to);
    });
    return merchant;
  };
  (window as OpenedWindow).checkoutOpening = { data, token, listen, takeAnswer };
};
