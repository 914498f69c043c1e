import type { PageChanges } from '../../state/PageState.ts';

/**
 * A new screen's heading takes focus, so that a screen reader reads it. Not before the shopper has been here: a frame
 * that takes focus while it loads would scroll the merchant's page. Ask before the screen changes: a bank's page that
 * goes takes the focus with it.
 */
export const headingFocus = (): Pick<PageChanges, 'focus' | 'announcement'> => ({
  announcement: '',
  ...(document.hasFocus() && { focus: { id: 'heading' } }),
});
