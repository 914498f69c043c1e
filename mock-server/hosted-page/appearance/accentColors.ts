import { contrast } from './contrast.ts';
import { blend, cssColor, type Rgb } from './rgb.ts';

const white: Rgb = { r: 1, g: 1, b: 1, alpha: 1 };
const ink: Rgb = { r: 20 / 255, g: 23 / 255, b: 28 / 255, alpha: 1 };

/** The colours that follow from a merchant's accent. */
export interface AccentColors {
  readonly accent: string;
  readonly onAccent: string;
  /** The focus ring; `undefined`: the accent is too pale to be seen, the text colour has to do. */
  readonly focus: string | undefined;
}

/** Makes any accent readable: text on it in the better of black and white, and a focus ring that can be seen. */
export const accentColors = (color: Rgb, surface: Rgb): AccentColors => {
  const accent = blend(color, surface);
  const onAccent = contrast(white, accent) >= contrast(ink, accent) ? '#fff' : '#14171c';
  return {
    accent: cssColor(accent),
    onAccent,
    focus: contrast(accent, surface) >= 3 ? cssColor(accent) : undefined,
  };
};
