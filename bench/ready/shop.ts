import { mountCheckout, prepareCheckout } from 'paymentkit-js';

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
    /** Milliseconds from the start of a prepared checkout to `ready`, and until the page is seen. */
    measurePrepared(
      subject: Subject,
      patience: number,
      target?: string,
    ): Promise<{ ready: number; seen: number }>;
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

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

window.measurePrepared = async ({ host, secureToken }, patience, target) => {
  const options = {
    ...(target !== undefined && { target }),
    host,
    secureToken,
    locale: 'en',
    redirect: 'never',
  } as const;
  const prepared = prepareCheckout(options);
  // Nothing tells that it is there: that is the point of it.
  await new Promise((resolve) => setTimeout(resolve, patience));
  const start = performance.now();
  await prepared.start().ready;
  const ready = performance.now() - start;
  // The frame paints in one display frame, and the browser shows it in the next.
  await nextFrame();
  await nextFrame();
  return { ready, seen: performance.now() - start };
};
