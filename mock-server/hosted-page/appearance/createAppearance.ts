import type { Appearance } from 'paymentkit-js/hosted';
import { acceptedStyle } from './acceptedStyle.ts';
import { accentColors } from './accentColors.ts';
import { parseRgb, type Rgb } from './rgb.ts';

/** Applies what a merchant may set. */
export interface AppearanceSheet {
  readonly apply: (appearance: Appearance, merchantColor: string | null | undefined) => void;
}

const white: Rgb = { r: 1, g: 1, b: 1, alpha: 1 };
const largestRadius = 16;

/** What the browser makes of a value, read from an element that is gone again before anything is painted. */
const computed = (property: 'color' | 'border-top-left-radius', value: string): string => {
  const probe = document.createElement('span');
  probe.style.setProperty(property, value);
  document.body.append(probe);
  const result = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return result;
};

const readColor = (value: string): Rgb | undefined =>
  parseRgb(computed('color', `color-mix(in srgb, ${value}, ${value})`)) ??
  parseRgb(computed('color', value));

const readRadius = (value: string): string => {
  const result = computed('border-top-left-radius', value);
  // Corners stay inside their controls: a share of the size, or two radii, count as the largest.
  const pixels = /^[\d.]+px$/.test(result) ? parseFloat(result) : largestRadius;
  return `${String(Math.min(pixels, largestRadius))}px`;
};

const setColors = (style: CSSStyleDeclaration, value: string | undefined): void => {
  const names = ['--pk-accent', '--pk-on-accent', '--pk-focus'];
  for (const name of names) style.removeProperty(name);
  const color = value === undefined ? undefined : readColor(value);
  if (!color) return;
  const surface = readColor('var(--pk-surface)') ?? white;
  const { accent, onAccent, focus } = accentColors(color, surface);
  style.setProperty('--pk-accent', accent);
  style.setProperty('--pk-on-accent', onAccent);
  style.setProperty('--pk-focus', focus ?? 'var(--pk-text)');
};

const setOrRemove = (style: CSSStyleDeclaration, name: string, value: string | undefined): void => {
  if (value === undefined) style.removeProperty(name);
  else style.setProperty(name, value);
};

/**
 * One adopted sheet with one rule. Values are set through the CSSOM, each parsed alone: no text of the merchant's is
 * ever part of a style sheet, and the page's policy needs no exception.
 */
export const createAppearance = (): AppearanceSheet => {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(':root:root{}');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const [rule] = sheet.cssRules;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let recolor = (): void => undefined;
  // The surface decides about the focus ring, and the device about the surface.
  dark.addEventListener('change', () => {
    recolor();
  });
  return {
    apply({ theme, accentColor, radius, fontFamily }, merchantColor) {
      const root = document.documentElement;
      if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
      else delete root.dataset.theme;
      const { style } = rule as CSSStyleRule;
      const corner = acceptedStyle('border-radius', radius);
      setOrRemove(style, '--pk-radius', corner === undefined ? undefined : readRadius(corner));
      setOrRemove(style, '--pk-font', acceptedStyle('font-family', fontFamily));
      const color = acceptedStyle('color', accentColor) ?? acceptedStyle('color', merchantColor);
      recolor = () => {
        setColors(style, color);
      };
      recolor();
    },
  };
};
