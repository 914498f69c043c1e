/** How many digits follow the point in an amount of a currency: 2 for usd, 0 for jpy, 3 for kwd. */
export const fractionDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;
