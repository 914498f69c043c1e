// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { accentColors, parseAccent } from './accentColors.ts';
import { acceptedAppearance } from './createAppearance.ts';

beforeEach(() => {
  vi.stubGlobal('CSS', { supports: () => true });
});

test.each([
  'url(https://evil.example/x)',
  'URL(x)',
  'red, u\\72l(x)',
  `#${'0'.repeat(128)}`,
  '',
  undefined,
  null,
])('%s is never taken, whatever the browser says', (value) => {
  expect(acceptedAppearance('color', value)).toBeUndefined();
});

test('only what the browser takes for that property is taken', () => {
  expect(acceptedAppearance('font-family', 'Georgia, serif')).toBe('Georgia, serif');
  vi.stubGlobal('CSS', { supports: (property: string) => property === 'color' });
  expect(acceptedAppearance('color', '#0b5d4b')).toBe('#0b5d4b');
  expect(acceptedAppearance('border-radius', '#0b5d4b')).toBeUndefined();
});

test.each([
  ['rgb(255, 0, 127)', { r: 1, g: 0, b: 127 / 255, alpha: 1 }],
  ['rgba(0, 0, 0, 0.5)', { r: 0, g: 0, b: 0, alpha: 0.5 }],
  ['color(srgb 0.5 1 0)', { r: 0.5, g: 1, b: 0, alpha: 1 }],
  ['color(srgb -0.1 1.2 0 / 0.25)', { r: 0, g: 1, b: 0, alpha: 0.25 }],
  ['oklch(0.5 0.1 20)', undefined],
])('%s is read as %j', (computed, rgb) => {
  expect(parseAccent(computed)).toEqual(rgb);
});

const white = { r: 1, g: 1, b: 1, alpha: 1 };
const night = { r: 22 / 255, g: 24 / 255, b: 29 / 255, alpha: 1 };

test.each([
  ['rgb(245, 179, 1)', white, '#14171c', undefined],
  ['rgb(11, 93, 75)', white, '#fff', 'rgb(11 93 75)'],
  ['rgb(20, 23, 28)', white, '#fff', 'rgb(20 23 28)'],
  ['rgb(20, 23, 28)', night, '#fff', undefined],
  ['rgba(0, 0, 0, 0)', white, '#14171c', undefined],
])('on %s over %j the text is %s and the focus ring %s', (accent, surface, onAccent, focus) => {
  const color = parseAccent(accent);
  if (!color) throw new Error('not a colour');
  expect(accentColors(color, surface)).toMatchObject({ onAccent, focus });
});
