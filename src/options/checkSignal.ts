import { checkOption } from './checkOption.ts';

/** Refuses, in builds for development, what no browser takes for a signal: most often its controller. */
export const checkSignal = (signal: object): void =>
  checkOption(
    'aborted' in Object(signal),
    'Failed to use "signal": it is not an AbortSignal. Pass the "signal" of an AbortController.',
  );
