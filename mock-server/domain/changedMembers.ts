/** What the members that changed were before; `updated_at` says nothing by itself. */
export function changedMembers(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const changed = Object.entries(before).filter(
    ([name, value]) =>
      name !== 'updated_at' && JSON.stringify(value) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(changed);
}
