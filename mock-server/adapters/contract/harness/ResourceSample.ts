import type { z } from 'zod';

type Place = readonly (string | number)[];

/** One resource, and what there is to try with it in a fresh account. */
export interface ResourceSample {
  readonly path: string;
  readonly prefix: string;
  readonly schema: z.ZodType;
  /** The least that can be given, and what is added to it. */
  readonly least: object;
  readonly defaults: object;
  /** Another one, with everything given. */
  readonly most: object;
  /** What can be changed of the first one. */
  readonly change: object;
  /** A change to the least body, and where the answer says it is wrong. */
  readonly broken: readonly (readonly [object, Place])[];
  /** The same, for a change of the first one. */
  readonly brokenChanges: readonly (readonly [object, Place])[];
}
