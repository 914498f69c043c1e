import type { Platform } from '../platform/Platform.ts';

/**
 * The boxes of the page that follows, from the amount to the button: width in per cent and height in CSS
 * pixels. Without a width a box is one of a pair.
 */
const boxes: readonly (readonly [width: number, height: number])[] = [
  [25, 14],
  [45, 38],
  [70, 14],
  [45, 14],
  [45, 14],
  [25, 14],
  [100, 44],
  [45, 14],
  [100, 44],
  [0, 44],
  [0, 44],
  [0, 44],
  [0, 44],
  [100, 48],
];

/** What stands in the frame's place while it loads: boxes to see, a text to be read out. */
export function createSkeleton({ document }: Platform, text: string): HTMLElement {
  const skeleton = document.createElement('div');
  skeleton.className = 'load';
  skeleton.role = 'status';
  skeleton.append(document.createElement('b'));
  for (const [width, height] of boxes) {
    const box = document.createElement('i');
    box.className = width ? '' : 'half';
    box.style.cssText = `height:${height}px;width:${width || 100}%`;
    skeleton.append(box);
  }
  (skeleton.firstChild as HTMLElement).textContent = text;
  return skeleton;
}
