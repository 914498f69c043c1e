import { checkOption } from '../../options/checkOption.ts';
import type { Access } from '../../options/resolveAccess.ts';

/** The sentence for a frame of the page's own origin. */
export const ownHost =
  'Failed to use this host: it is the origin of this very page, where a frame could undo its sandbox. Serve the hosted page from an origin of its own, or pass host: "self" in a demo or a test.';

/** Refuses, in builds for development, a host that no frame may be of, as soon as it is known. */
export const checkHost = (given: string | undefined, { host }: Access, origin: string): void =>
  checkOption(given === 'self' || host !== origin, ownHost);
