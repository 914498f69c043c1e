import { mountCheckout } from 'paymentkit-js';

export interface Subject {
  readonly host: string;
  readonly secureToken: string;
  readonly handle: string;
}

declare global {
  interface Window {
    /** Milliseconds from the call to `ready`, the whole page painted. */
    measureMount(subject: Subject): Promise<number>;
    /** The same for a bare iframe of the same page, from its insertion. */
    measureBare(subject: Subject): Promise<number>;
  }
}

window.measureMount = async ({ host, secureToken }) => {
  const start = performance.now();
  await mountCheckout('#checkout', { host, secureToken, locale: 'en', redirect: 'never' }).ready;
  return performance.now() - start;
};

window.measureBare = ({ host, secureToken, handle }) =>
  new Promise((resolve) => {
    const start = performance.now();
    window.addEventListener('message', ({ data, origin }: MessageEvent<{ bare?: string }>) => {
      if (origin === host && data.bare === 'ready') resolve(performance.now() - start);
    });
    const frame = document.createElement('iframe');
    frame.style.cssText = 'display: block; width: 100%; height: 560px; border: 0';
    const fragment = new URLSearchParams({ token: secureToken, o: location.origin });
    frame.src = `${host}/bare/${handle}?locale=en#${fragment.toString()}`;
    document.querySelector('#checkout')?.append(frame);
  });
