type View = Readonly<Record<string, unknown>>;

function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  const compound = typeof before === 'object' && typeof after === 'object';
  return compound && JSON.stringify(before) === JSON.stringify(after);
}

/** What the members that changed were before. When it changed is no news. */
export function changedMembers(before: View, after: View): View {
  const changed: Record<string, unknown> = {};
  for (const name of Object.keys(before)) {
    if (name !== 'updated_at' && !isSame(before[name], after[name])) changed[name] = before[name];
  }
  return changed;
}
