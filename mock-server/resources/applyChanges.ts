/** A record after a PATCH: what was given takes the place of what was, what was left out stays. */
export function applyChanges<R extends object>(
  record: R,
  given: { readonly [K in keyof R]?: R[K] | undefined },
): R {
  const changes = Object.entries<unknown>(given).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(changes) };
}
