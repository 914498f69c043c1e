/** What Node calls its built-in modules by, in a test runner that hides its globals. */
interface NodeProcess {
  getBuiltinModule?(name: string): Record<string, unknown> | undefined;
}

/** A module of Node's; `undefined` in a browser. */
export const builtinModule = (name: string): Record<string, unknown> | undefined =>
  (globalThis as { readonly process?: NodeProcess }).process?.getBuiltinModule?.(name);
