import { builtinModule } from './builtinModule.ts';

/**
 * jsdom has no Web Crypto and no `TextEncoder`, that of Jest 29 no `URL.canParse` either, and every browser that can
 * pay has all three: takes Node's, where they are missing. Nothing that is there is replaced.
 */
export function completeRuntime(realm: typeof globalThis): void {
  const fill = (target: object, name: string, module: string, found: string[]): void => {
    if (name in target && (target as Record<string, unknown>)[name] !== undefined) return;
    const value = found.reduce<unknown>(
      (from, key) => (from as Record<string, unknown> | undefined)?.[key],
      builtinModule(module),
    );
    if (value !== undefined) Object.defineProperty(target, name, { value, configurable: true });
  };
  fill(realm, 'TextEncoder', 'node:util', ['TextEncoder']);
  fill(realm, 'crypto', 'node:crypto', ['webcrypto']);
  fill(realm.crypto, 'subtle', 'node:crypto', ['webcrypto', 'subtle']);
  fill(realm, 'URL', 'node:url', ['URL']);
  fill(realm.URL, 'canParse', 'node:url', ['URL', 'canParse']);
}
