import { tellEvent } from './tellEvent.ts';

/** Tells as an event, and in the console unless that is prevented, that an option is wrong: nobody called what throws it. */
export function tellMistake(element: EventTarget, during: () => void): void {
  try {
    during();
  } catch (error) {
    // Documents of unit tests have nothing to report to.
    if (tellEvent(element, 'error', { error })) {
      (globalThis as Partial<typeof globalThis>).reportError?.(error);
    }
  }
}
