/** How many letters have to be put in, left out, changed, or swapped with their neighbour to make one of the other. */
function distance(one: string, other: string): number {
  let above: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const steps = [(row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1];
      const swapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped && above[j - 2] !== undefined) steps.push((above[j - 2] ?? 0) + 1);
      next.push(Math.min(...steps));
    }
    above = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_.-]/g, '');

/** The name that was probably meant: one that is written otherwise, or wrong in few letters. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  const meant = plain(given);
  // What is this long is no name, and would take its time.
  if (meant === '' || meant.length > 64) return undefined;
  let nearest: { readonly name: string; readonly off: number } | undefined;
  for (const name of known) {
    const other = plain(name);
    const most = Math.min(3, Math.floor(Math.max(meant.length, other.length) / 3));
    if (Math.abs(meant.length - other.length) > most) continue;
    const off = distance(meant, other);
    if (off <= most && (!nearest || off < nearest.off)) nearest = { name, off };
  }
  return nearest?.name;
}
