import { openPage } from '../../mock-server/hosted-page/opening/openPage.ts';

/**
 * The opening of the hosted page without a merchant page: no handshake, the token is in the fragment, and
 * a plain window message says when the page has painted. For measuring only; the product has no such path.
 */
openPage(({ handlers }) => {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const origin = fragment.get('o') ?? '';
  queueMicrotask(() => {
    handlers.init({
      token: fragment.get('token') ?? '',
      locale: 'en',
      appearance: { theme: 'light' },
      mode: 'inline',
      redirect: 'never',
    });
  });
  return {
    status: 'connecting',
    origin,
    send({ t }) {
      if (t === 'h:ready') window.parent.postMessage({ bare: 'ready' }, origin);
    },
    destroy: () => undefined,
  };
}, undefined);
