import { formatMoney } from '../../page-parts/format.ts';
import { writeAmount } from './writeAmount.ts';

/** By which an amount is found: as it is shown, and as it is typed without signs between its digits, `1250.00`. */
export const amountText = (atom: number, currency: string | null): string =>
  currency === null
    ? ''
    : `${formatMoney(atom, currency, 'en')} ${currency} ${writeAmount(atom, currency)}`;
