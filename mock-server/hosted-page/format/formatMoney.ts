/** An amount in the smallest unit of its currency (cents, yen), as people of that language write it. */
export const formatMoney = (amountAtom: number, currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: currency.toUpperCase(),
  });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A real minus sign: a hyphen is too short beside tabular figures.
  return format.format(amountAtom / 10 ** digits).replace('-', '−');
};
