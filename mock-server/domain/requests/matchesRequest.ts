const verb = /^(?:([A-Z]+) )?([/*]\S*)$/;

/** Whether a text says which requests it means: `POST /api/:account/checkout-sessions`, or a path alone. */
export function isRequestPattern(text: string): boolean {
  return verb.test(text);
}

/** Whether a request is among those that a pattern means. `*` stands for any text, `:name` for one part of the path. */
export function matchesRequest(pattern: string, method: string, pathname: string): boolean {
  const [, wanted, path = ''] = verb.exec(pattern) ?? [];
  if (wanted !== undefined && wanted !== method) return false;
  const source = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`).test(pathname);
}
