import type { Platform } from '../../platform/Platform.ts';
import type { View } from '../run/View.ts';

/** Shows nothing on the page: the shopper is elsewhere. */
export function createIdleView({ document }: Platform): View {
  const idle = (): void => undefined;
  return {
    root: document.createElement('div'),
    load: idle,
    place: idle,
    resize: idle,
    reveal: idle,
    fail: idle,
    remove: idle,
    theme: (theme) => theme,
  };
}
