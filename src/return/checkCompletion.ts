import { checkDuration } from '../options/checkDuration.ts';
import { checkNames } from '../options/checkNames.ts';
import { checkOption } from '../options/checkOption.ts';
import type { CompletionEndpoint, CompletionOption } from './resolveCompletion.ts';

const names: readonly (keyof CompletionEndpoint)[] = ['endpoint', 'headers', 'timeoutMs'];

/** Whether a request can carry it: as `Headers` would say, which is more lenient where documents are simulated. */
const isHeader = ([name, value]: [name: string, value: unknown]): boolean =>
  /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t -~\u0080-\u00ff]*$/.test(String(value));

/**
 * Refuses, in builds for development, what would be noticed after the first payment only: a name that does not exist,
 * headers that no request can carry, a time that no timer can take. The endpoint is looked at in every build.
 */
export function checkCompletion(completion: CompletionOption): void {
  if (typeof completion !== 'object') return;
  checkNames(completion, 'completion', names);
  checkDuration('completion.timeoutMs', completion.timeoutMs ?? 10_000);
  const headers: unknown = completion.headers ?? {};
  checkOption(
    typeof headers === 'object' && Object.entries(headers as object).every(isHeader),
    'Failed to use "completion.headers": no request can carry them. Pass an object of names and texts, for example { "X-CSRF-Token": token }.',
  );
}
