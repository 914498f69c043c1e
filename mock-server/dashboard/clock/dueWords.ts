const words: Readonly<Record<string, string>> = {
  'session.expire': 'Session expires',
  'challenge.time_out': 'Verification times out',
  'payment.settle': 'Payment settles',
  'refund.settle': 'Refund arrives',
  'invoice.retry': 'Invoice is charged again',
  'invoice.fall_due': 'Invoice falls due',
  'subscription.end_period': 'Subscription renews',
  'subscription.start': 'Subscription starts',
  'subscription.resume': 'Subscription resumes',
  'subscription.cancel': 'Subscription ends',
  'subscription.trial_ends': 'Trial is about to end',
};

/** What is to happen, as the list of what falls due calls it. */
export const dueWords = (kind: string, attempt: number | undefined): string =>
  attempt === undefined ? (words[kind] ?? kind) : `Webhook, attempt ${String(attempt)}`;
