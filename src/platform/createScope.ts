/**
 * A scope of its own inside another: it ends with that one, or before it. Without a prototype, and so is what grows from
 * it: what a page has put on every object would be taken for what is not there yet, such as a session.
 */
export function createScope(parent?: AbortSignal): AbortController {
  const life = new AbortController();
  const abort = (): void => life.abort();
  if (parent?.aborted) abort();
  parent?.addEventListener('abort', abort, life);
  return { __proto__: null, signal: life.signal, abort } as AbortController;
}
