import type { Appearance } from 'paymentkit-js/hosted';
import { accentColors, parseAccent, type AccentRgb } from './accentColors.ts';

/** Applies what a merchant may set. */
export interface AppearanceSheet {
  readonly apply: (appearance: Appearance, merchantColor: string | null | undefined) => void;
}

const white: AccentRgb = { r: 1, g: 1, b: 1, alpha: 1 };
const largestRadius = 16;

/**
 * A style value of the merchant's, if the page may use it: short, unable to fetch anything, and one that the browser
 * takes for that very property. Escapes are refused with `url(`: they can spell it.
 */
export const acceptedAppearance = (
  property: 'color' | 'border-radius' | 'font-family',
  value: string | null | undefined,
): string | undefined =>
  value && value.length <= 128 && !/url\(|\\/i.test(value) && CSS.supports(property, value)
    ? value
    : undefined;

/** What the browser makes of a value, read from an element that is gone again before anything is painted. */
const computed = (property: 'color' | 'border-top-left-radius', value: string): string => {
  const probe = document.createElement('span');
  probe.style.setProperty(property, value);
  document.body.append(probe);
  const result = getComputedStyle(probe).getPropertyValue(property);
  probe.remove();
  return result;
};

const readColor = (value: string): AccentRgb | undefined =>
  parseAccent(computed('color', `color-mix(in srgb, ${value}, ${value})`)) ??
  parseAccent(computed('color', value));

const readRadius = (value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const result = computed('border-top-left-radius', value);
  // Corners stay inside their controls: a share of the size, or two radii, count as the largest.
  const pixels = /^[\d.]+px$/.test(result) ? parseFloat(result) : largestRadius;
  return `${String(Math.min(pixels, largestRadius))}px`;
};

const setColors = (style: CSSStyleDeclaration, value: string | undefined): void => {
  for (const name of ['--pk-accent', '--pk-on-accent', '--pk-focus']) style.removeProperty(name);
  const color = value === undefined ? undefined : readColor(value);
  if (!color) return;
  const { accent, onAccent, focus } = accentColors(color, readColor('var(--pk-surface)') ?? white);
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
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  let recolor = (): void => undefined;
  // The surface decides about the focus ring, and the device about the surface.
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    recolor();
  });
  return {
    apply: ({ accentColor, radius, fontFamily }, merchantColor) => {
      setOrRemove(style, '--pk-radius', readRadius(acceptedAppearance('border-radius', radius)));
      setOrRemove(style, '--pk-font', acceptedAppearance('font-family', fontFamily));
      const color =
        acceptedAppearance('color', accentColor) ?? acceptedAppearance('color', merchantColor);
      recolor = () => {
        setColors(style, color);
      };
      recolor();
    },
  };
};
