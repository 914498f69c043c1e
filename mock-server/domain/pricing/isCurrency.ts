let known: ReadonlySet<string> | undefined;

/** Whether a code in lower case is one of ISO 4217, as far as this machine knows them. */
export function isCurrency(code: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency').map((each) => each.toLowerCase()));
  return known.has(code);
}
