/** An address in its parts, or `undefined` when it is none. `URL.canParse` is younger than many a shopper's phone. */
export const parseUrl = (address: string, base?: string): URL | undefined => {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
};
