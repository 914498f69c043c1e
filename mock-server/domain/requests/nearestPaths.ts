import { nearestName } from './nearestName.ts';

/** A path that is known, with `:name` for a segment that is a parameter, and the methods it is known for. */
export interface KnownPath {
  readonly path: string;
  readonly methods: readonly string[];
}

/** Segments that most paths begin with: that one has them says nothing of what was meant. */
const common = new Set(['api', '_mock']);

/** More than this and another path was meant, if any. */
const farthest = 2.2;
const mostSegments = 12;
const mostNamed = 3;

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const isParameter = (segment: string): boolean => segment.startsWith(':');

/** How far what was given is from a segment that is fixed: the same, written otherwise, a part of it, another one. */
function distance(given: string, fixed: string): number {
  if (given === fixed) return 0;
  if (nearestName(given, [fixed]) !== undefined) return 0.3;
  const stem = given.toLowerCase().replace(/s$/, '');
  return stem.length >= 4 && fixed.includes(stem) ? 0.7 : 1.5;
}

/** What it takes to make the known path of the given one: segments to change, leave out and put in. */
function effort(given: readonly string[], known: readonly string[]): number {
  let row = Array.from({ length: given.length + 1 }, (_, place) => place);
  for (const segment of known) {
    const missing = isParameter(segment) ? 0.6 : 1;
    const next = [(row[0] ?? 0) + missing];
    for (const [place, one] of given.entries()) {
      const change = isParameter(segment) ? 0.1 : distance(one, segment);
      const [before = 0, above = 0] = row.slice(place, place + 2);
      next.push(Math.min(before + change, above + missing, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[given.length] ?? 0;
}

/** Whether anything tells that this path was meant, besides how long it is. */
const isNamed = (given: readonly string[], known: readonly string[]): boolean =>
  known.some(
    (segment) =>
      !isParameter(segment) &&
      !common.has(segment) &&
      given.some((one) => distance(one, segment) < 1),
  );

/** What was probably meant by a path that nobody knows: the nearest ones, as they are written in the documentation. */
export function nearestPaths(
  method: string,
  pathname: string,
  known: readonly KnownPath[],
): string[] {
  const given = segmentsOf(pathname);
  if (given.length > mostSegments) return [];
  let nearest = farthest;
  let found: string[] = [];
  for (const { path, methods } of known) {
    const segments = segmentsOf(path);
    if (!isNamed(given, segments)) continue;
    const fits = methods.includes(method);
    const off = effort(given, segments) + (fits ? 0 : 0.35);
    if (off > nearest) continue;
    if (off < nearest) found = [];
    nearest = off;
    found.push(fits ? `${method} ${path}` : path);
  }
  return found.slice(0, mostNamed);
}
