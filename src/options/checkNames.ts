import { checkOption } from './checkOption.ts';

/** How many letters have to be added, taken away or changed to make one word of another. */
function countEdits(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one) {
    const row = [(above[0] ?? 0) + 1];
    for (let index = 0; index < other.length; index++) {
      const changed = (above[index] ?? 0) + (letter === other[index] ? 0 : 1);
      row.push(Math.min(changed, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}

/** The name that was probably meant: a slip of two letters, other capitals, or a part of it. */
function findMeant(name: string, names: readonly string[]): string | undefined {
  const given = name.toLowerCase();
  const judged = names.map((known) => {
    const lower = known.toLowerCase();
    const isPart = given.length > 3 && (lower.includes(given) || given.includes(lower));
    return { known, edits: countEdits(given, lower), isPart };
  });
  const [nearest] = judged
    .filter(({ edits, isPart }) => isPart || edits <= 2)
    .sort((one, other) => one.edits - other.edits);
  return nearest?.known;
}

/**
 * Refuses, in builds for development, what is no object, and a name in it that does not exist: what nobody reads
 * would be left out without a word. `what` are the options, or the texts.
 */
export function checkNames(
  given: object | null | undefined,
  what: string,
  names: readonly string[],
): void {
  checkOption(
    typeof given === 'object' && given !== null,
    `Failed to read the ${what}: there are none. Pass an object.`,
  );
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined || value === null) continue;
    const meant = findMeant(name, names);
    checkOption(
      names.includes(name),
      `Failed to read the ${what}: there is no "${name}". ${meant ? `Did you mean "${meant}"?` : `There are ${names.join(', ')}.`}`,
    );
  }
}
