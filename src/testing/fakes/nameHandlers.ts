import type { MerchantPageHandlers } from '../../hosted/connectMerchantPage.ts';

/** Handlers of a hosted page that say which of them was called, and with what. */
export const nameHandlers = (
  note: (handler: string, data?: unknown) => void,
): MerchantPageHandlers => ({
  init(data) {
    note('init', data);
  },
  update(data) {
    note('update', data);
  },
  refresh() {
    note('refresh');
  },
  focus() {
    note('focus');
  },
  show() {
    note('show');
  },
  close(reason) {
    note('close', reason);
  },
});
