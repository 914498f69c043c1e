/** What Node calls its built-in modules by, in a test runner that hides its globals. */
interface NodeProcess {
  getBuiltinModule?(name: string): Record<string, unknown> | undefined;
}

/**
 * jsdom has no Web Crypto and no `TextEncoder`, and every browser that can pay has both: takes Node's,
 * where they are missing. Nothing that is there is replaced.
 */
export function completeRuntime(realm: typeof globalThis): void {
  const { process } = realm as unknown as { readonly process?: NodeProcess };
  const fill = (target: object, name: string, module: string, found: string[]): void => {
    if (name in target && (target as Record<string, unknown>)[name] !== undefined) return;
    const value = found.reduce<unknown>(
      (from, key) => (from as Record<string, unknown> | undefined)?.[key],
      process?.getBuiltinModule?.(module),
    );
    if (value !== undefined) Object.defineProperty(target, name, { value, configurable: true });
  };
  fill(realm, 'TextEncoder', 'node:util', ['TextEncoder']);
  fill(realm, 'crypto', 'node:crypto', ['webcrypto']);
  fill(realm.crypto, 'subtle', 'node:crypto', ['webcrypto', 'subtle']);
}
