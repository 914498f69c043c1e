/** A scope of its own inside another: it ends with that one, or before it. */
export function createScope(parent?: AbortSignal): AbortController {
  const scope = new AbortController();
  const end = (): void => scope.abort();
  if (parent?.aborted) end();
  parent?.addEventListener('abort', end, scope);
  return scope;
}
