/** A colour in sRGB, each part 0 to 1. */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

const part = (text: string, scale: number): number =>
  Math.min(1, Math.max(0, Number(text) / scale));

/** Reads what browsers compute for `color-mix(in srgb, …)` and for plain colours. */
export const parseRgb = (computed: string): Rgb | undefined => {
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
export const blend = (top: Rgb, below: Rgb): Rgb => {
  const mix = (a: number, b: number): number => a * top.alpha + b * (1 - top.alpha);
  return { r: mix(top.r, below.r), g: mix(top.g, below.g), b: mix(top.b, below.b), alpha: 1 };
};

export const cssColor = ({ r, g, b }: Rgb): string =>
  `rgb(${[r, g, b].map((value) => Math.round(value * 255)).join(' ')})`;
