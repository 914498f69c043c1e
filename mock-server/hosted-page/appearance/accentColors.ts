/** A colour in sRGB, each part 0 to 1. */
export interface AccentRgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

/** The colours that follow from a merchant's accent. */
export interface AccentColors {
  readonly accent: string;
  readonly onAccent: string;
  /** The focus ring; `undefined`: the accent is too pale to be seen, the text colour has to do. */
  readonly focus: string | undefined;
}

const white: AccentRgb = { r: 1, g: 1, b: 1, alpha: 1 };
const ink: AccentRgb = { r: 20 / 255, g: 23 / 255, b: 28 / 255, alpha: 1 };

const part = (text: string, scale: number): number =>
  Math.min(1, Math.max(0, Number(text) / scale));

/** Reads what browsers compute for `color-mix(in srgb, …)` and for plain colours. */
export const parseAccent = (computed: string): AccentRgb | undefined => {
  const match =
    /^(color\(srgb|rgba?\()\s*([-\d.e]+)[\s,]+([-\d.e]+)[\s,]+([-\d.e]+)(?:[\s,/]+([-\d.e]+))?\)$/.exec(
      computed,
    );
  if (!match) return undefined;
  const [, kind = '', r = '', g = '', b = '', alpha = '1'] = match;
  const scale = kind.startsWith('rgb') ? 255 : 1;
  return { r: part(r, scale), g: part(g, scale), b: part(b, scale), alpha: part(alpha, 1) };
};

/** What the eye sees of a colour that lets another one through. */
const blend = (top: AccentRgb, below: AccentRgb): AccentRgb => {
  const mix = (a: number, b: number): number => a * top.alpha + b * (1 - top.alpha);
  return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), alpha: 1 };
};

const cssColor = ({ r, g, b }: AccentRgb): string =>
  `rgb(${[r, g, b].map((value) => String(Math.round(value * 255))).join(' ')})`;

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = ({ r, g, b }: AccentRgb): number =>
  0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** The contrast of two opaque colours as WCAG 2 measures it, 1 to 21. */
const contrast = (a: AccentRgb, b: AccentRgb): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

/** Makes any accent readable: text on it in the better of black and white, and a focus ring that can be seen. */
export const accentColors = (color: AccentRgb, surface: AccentRgb): AccentColors => {
  const accent = blend(color, surface);
  return {
    accent: cssColor(accent),
    onAccent: contrast(white, accent) >= contrast(ink, accent) ? '#fff' : '#14171c',
    focus: contrast(accent, surface) >= 3 ? cssColor(accent) : undefined,
  };
};
