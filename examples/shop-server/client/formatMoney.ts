/** `4900, 'usd'` → `$49.00`. The currency knows how many decimals it has. */
export function formatMoney(amountAtom: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amountAtom / 10 ** maximumFractionDigits);
}
