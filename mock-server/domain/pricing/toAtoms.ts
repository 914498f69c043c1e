/** How many decimals a currency has: none in yen, three in dinars. */
function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in dollars as one in cents; `undefined` where that is no whole number of them. */
export function toAtoms(amount: number, currency: string): number | undefined {
  const atoms = Math.round(amount * 10 ** decimalsOf(currency));
  // 0.29 times 100 is 28.999999999999996, and 0.291 is no amount of cents.
  return atoms / 10 ** decimalsOf(currency) === amount ? atoms : undefined;
}
