import type { ElementOption } from './ElementOptions.ts';

/** The options that are properties of the element. */
export const propertyNames: readonly ElementOption[] = [
  ...(['secureToken', 'url', 'host', 'locale', 'texts', 'appearance', 'prefill'] as const),
  ...(['redirect', 'completion', 'timeoutMs', 'initialHeight', 'loading', 'debug'] as const),
];
