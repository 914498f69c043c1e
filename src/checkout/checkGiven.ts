import { checkOption } from '../options/checkOption.ts';
import { checkListener } from './checkListener.ts';
import type { OverlayOptions } from './OverlayOptions.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const isText = (value: unknown): boolean => typeof value === 'string';

type Form = readonly [fits: (value: unknown) => boolean, form: string];

/** What each option must be, where nothing else at the door looks at it. */
const forms: Partial<Readonly<Record<keyof OverlayOptions, Form>>> = {
  locale: [isText, 'a language tag'],
  texts: [
    (value) =>
      isObject(value) && Object.values(value as object).every((text) => isText(text ?? '')),
    'an object of texts',
  ],
  appearance: [isObject, 'an object'],
  prefill: [isObject, 'an object'],
  loading: [(value) => !isObject(value) || 'nodeType' in (value as object), 'a node'],
  dismissible: [(value) => typeof value === 'boolean', 'true or false'],
  signal: [(value) => isObject(value) && 'aborted' in (value as object), 'an AbortSignal'],
  debug: [(value) => /^(boolean|function)$/.test(typeof value), 'true, false or a function'],
};

/**
 * Refuses, in builds for development, options that only code without types can pass: what is no object, a
 * handler that is no function or is named like no event, a value of another kind. `null` is as good as
 * nothing, because templates and databases bring it.
 */
export function checkGiven(options: object | null | undefined): void {
  checkOption(isObject(options), 'Failed to read the options: there are none. Pass an object.');
  for (const [name, value] of Object.entries(options as object) as [string, unknown][]) {
    if (value === undefined || value === null) continue;
    if (/^on[A-Z]/.test(name)) checkListener(name.slice(2).toLowerCase(), value);
    const [fits, form] = forms[name as keyof OverlayOptions] ?? [];
    checkOption(
      !fits || fits(value),
      `Failed to use "${name}": it is not ${String(form)}. Look it up in the reference of options.`,
    );
  }
}
