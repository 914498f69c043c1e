import type { Flow } from '../Flow.ts';

/**
 * Tells the merchant's page what a page around a frame cannot see: that the shopper has typed something,
 * once and not what, and that Escape was pressed and nothing here used it.
 */
export const tellKeys = ({ send }: Flow): void => {
  addEventListener(
    'input',
    () => {
      send({ t: 'h:edited' });
    },
    { once: true },
  );
  addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) send({ t: 'h:escape' });
  });
};
