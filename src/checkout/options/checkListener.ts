import { checkOption } from '../../options/checkOption.ts';
import type { CheckoutEventMap } from './CheckoutEvents.ts';

const events: Readonly<Record<keyof CheckoutEventMap, true>> = {
  ready: true,
  resize: true,
  change: true,
  submit: true,
  processing: true,
  decline: true,
  complete: true,
  cancel: true,
  expire: true,
  close: true,
  fallback: true,
  warning: true,
  error: true,
};

/** The types of events there are. */
export const eventNames = (): readonly string[] => Object.keys(events);

/** Refuses a listener that would never be called, in builds for development. */
export function checkListener(type: string, listener: unknown): void {
  checkOption(
    Object.hasOwn(events, type) && typeof listener === 'function',
    `Failed to listen to "${type}": there is no such event, or the listener is no function. The events are ${eventNames().join(', ')}.`,
  );
}
