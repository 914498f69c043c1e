import type { FieldError } from '../domain/requests/Problem.ts';

/** Where something stands in the file: `["acc_dev_demo", "prices", 0, "currency"]`. */
export type Place = readonly (string | number)[];

/** Something in a seed file that cannot be taken. */
export interface Mistake {
  readonly place: Place;
  readonly reason: string;
}

/** The mistakes that the API found in a body, which stands at `place`. */
export function toMistakes(place: Place, errors: readonly FieldError[]): Mistake[] {
  return errors.map(({ loc, msg }) => ({ place: [...place, ...loc.slice(1)], reason: msg }));
}
