/** A day, written out, in the shopper's own time zone. */
export const formatDate = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time);
