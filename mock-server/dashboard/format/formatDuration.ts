const units = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** `23 h 36 min`: the two largest units of a length of time. */
export const formatDuration = (milliseconds: number): string => {
  let rest = Math.round(milliseconds / 1000) * 1000;
  const first = units.findIndex(([, length]) => rest >= length);
  if (first === -1) return '0 s';
  const parts = units.slice(first, first + 2).map(([name, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count === 0 ? '' : `${String(count)} ${name}`;
  });
  return parts.filter((part) => part !== '').join(' ');
};
