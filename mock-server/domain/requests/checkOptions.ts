import { nearestName } from './nearestName.ts';

/** Refuses an option that there is not: passed over, it would leave a default where something else was meant. */
export function checkOptions(
  action: string,
  given: object,
  known: readonly string[],
  /** Of what belongs elsewhere, where that is. */
  elsewhere: Readonly<Record<string, string>> = {},
): void {
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const meant = nearestName(name, known);
    const guess = meant === undefined ? `There are ${known.join(', ')}.` : `Did you mean ${meant}?`;
    const advice = Object.hasOwn(elsewhere, name) ? elsewhere[name] : guess;
    throw new Error(`Failed to ${action}: there is no option ${name}. ${advice ?? guess}`);
  }
}
