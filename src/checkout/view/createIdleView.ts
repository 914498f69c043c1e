import type { Platform } from '../../platform/Platform.ts';
import type { View } from '../run/View.ts';

/** Shows nothing on the page: the shopper is elsewhere. */
export function createIdleView(platform: Platform): View {
  const idle = (): void => undefined;
  return {
    root: platform.document.createElement('div'),
    load: idle,
    focus: idle,
    place: idle,
    resize: idle,
    reveal: idle,
    fail: idle,
    remove: idle,
    theme: (theme) => theme,
  };
}
