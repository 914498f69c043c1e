import { checkOption } from '../options/checkOption.ts';
import type { Access } from '../options/resolveAccess.ts';

/** Refuses a frame of the page's own origin, unless `given` says that it is meant. */
export const checkHost = (given: string | undefined, { host }: Access, origin: string): void =>
  checkOption(
    given === 'self' || host !== origin,
    __DEV__
      ? 'Failed to use this host: it is the origin of this very page, where a frame could undo its sandbox. Serve the hosted page from an origin of its own, or pass host: "self" in a demo or a test.'
      : '',
  );
