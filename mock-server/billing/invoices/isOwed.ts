import type { InvoiceRecord } from '../../store/records/InvoiceRecord.ts';

/** Sent, and not paid yet. */
export const isOwed = ({ status }: InvoiceRecord): boolean =>
  status === 'open' || status === 'past_due';
