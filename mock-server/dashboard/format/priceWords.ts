import { formatMoney } from '../../page-parts/format.ts';

interface Interval {
  readonly billing_interval: string | null;
  readonly billing_interval_count: number | null;
}

/** `per month`, `every 3 months`; nothing for what is due once. */
export const intervalWords = ({
  billing_interval: unit,
  billing_interval_count: count,
}: Interval): string => {
  if (unit === null) return '';
  const number = count ?? 1;
  return number === 1 ? `per ${unit}` : `every ${String(number)} ${unit}s`;
};

/** `$29.00 per month`. */
export const priceWords = (
  price: Interval & { readonly unit_amount_atom: number; readonly currency: string },
): string =>
  `${formatMoney(price.unit_amount_atom, price.currency, 'en')} ${intervalWords(price)}`.trim();
