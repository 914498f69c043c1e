/** What Playwright's list says of a test that was skipped: its project, its file and its title. */
const skipped = /^\s*-\s+\d+ \[[^\]]+\] › ([^:\s]+):\d+:\d+ › (.+?)(?: @[\w-]+)*$/gm;

/** What a test of its own has left out: e2e/harness/leaveOut.ts. */
const leftOut = /^Left to continuous integration: (.+)$/gm;

/** What the browser tests at the desk have left to continuous integration: by its name, all of one kind in one line. */
export function leftOf(output: string): readonly string[] {
  const names = new Set(
    [...output.matchAll(skipped), ...output.matchAll(leftOut)].map((match) =>
      match.slice(1).join(': '),
    ),
  );
  const kinds = new Map<string, string[]>();
  for (const name of names) {
    const [kind = '', ...rest] = name.split(': ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), rest.join(': ')]);
  }
  return [...kinds].map(([kind, rest]) => (rest[0] === '' ? kind : `${kind}: ${rest.join('; ')}`));
}
