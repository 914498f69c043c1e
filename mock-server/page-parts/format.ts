/** Puts values into a sentence: `fill('Pay {m}', { m: 'Alder Press' })`. A name without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The digits of cards and codes everywhere, in Arabic too: two kinds of digits on one page are read as two numbers. */
const latinDigits = (locale: string): string => `${locale}-u-nu-latn`;

/** An amount in the smallest unit of its currency (cents, yen), as people of that language write it. */
export const formatMoney = (amountAtom: number, currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(latinDigits(locale), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // Amounts stand in places of their own that are read from left to right: marks of direction would turn them round. Only
  // the one at the end stays, which keeps the full stop of `د.ك.` at the end of the Arabic.
  const text = format.format(amountAtom / 10 ** digits).replace(/[\u061c\u200e\u200f](?!$)/g, '');
  // A real minus sign: a hyphen is too short beside tabular figures.
  return text.replace('-', '−');
};

/** A day, written out, in the shopper's own time zone. The day and its month stay on one line. */
export const formatDate = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(latinDigits(locale), { dateStyle: 'long' })
    .format(time)
    .replace(' ', '\u00a0');
