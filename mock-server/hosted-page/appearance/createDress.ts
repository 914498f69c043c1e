import type { Appearance } from 'paymentkit-js/hosted';
import { inTime } from '../flow/createLoader.ts';
import type { AppearanceSheet } from './createAppearance.ts';

/** Puts a merchant's looks on the page. Never rejects: without them the page has its own. */
export type Dress = (appearance: Appearance, merchantColor?: string | null) => Promise<void>;

/**
 * The theme at once; colours, corners and font by a file of their own, which comes while the session is read and which
 * most pages never need.
 */
export const createDress = (): Dress => {
  let sheet: Promise<AppearanceSheet> | undefined;
  return async (appearance, merchantColor) => {
    const { theme, accentColor, radius, fontFamily } = appearance;
    const root = document.documentElement;
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    if (!sheet && !accentColor && !radius && !fontFamily && !merchantColor) return;
    try {
      sheet ??= import('./createAppearance.ts').then((module) => module.createAppearance());
      (await inTime(sheet, 3000)).apply(appearance, merchantColor);
    } catch {
      sheet = undefined;
    }
  };
};
