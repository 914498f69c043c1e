/**
 * Drawings on a grid of 16, one line each: those of the page's first half. One that a single screen of the second shows
 * stands beside that.
 */
export const crossIcon = 'm4.5 4.5 7 7m0-7-7 7';
export const alertIcon = 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5M8 4.8v3.7m0 2.5v.1';
export const backIcon = 'M13 8H3m4-4L3 8l4 4';
export const downIcon = 'm4 6 4 4 4-4';
export const cardIcon =
  'M3.5 3.25h9q1.75 0 1.75 1.75v6q0 1.75-1.75 1.75h-9q-1.75 0-1.75-1.75V5q0-1.75 1.75-1.75M2 6.5h12';

/** A drawing beside words that say the same. `flip`: it points, so it turns round where text runs from the right. */
export const Icon = ({ d, flip }: { d: string; flip?: boolean }) => (
  <svg width="16" viewBox="0 0 16 16" aria-hidden="true" class={flip ? 'flip' : ''}>
    <path d={d} />
  </svg>
);
