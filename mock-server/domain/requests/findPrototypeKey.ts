interface Step {
  readonly value: unknown;
  readonly key: string | number;
  readonly above: Step | undefined;
}

function pathOf(step: Step): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = step; at.above; at = at.above) path.push(at.key);
  return path.reverse();
}

/**
 * Where a value that was read from JSON has a member called `__proto__`. No schema sees it, so it would be dropped without
 * a word. Without recursion, because a body may be nested as deeply as it is long.
 */
export function findPrototypeKey(value: unknown): (string | number)[] | undefined {
  const steps: Step[] = [{ value, key: '', above: undefined }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { value: at } = step;
    if (typeof at !== 'object' || at === null) continue;
    for (const [name, member] of Object.entries(at)) {
      const key = Array.isArray(at) ? Number(name) : name;
      const next: Step = { value: member, key, above: step };
      if (key === '__proto__') return pathOf(next);
      steps.push(next);
    }
  }
  return undefined;
}
