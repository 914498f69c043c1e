/** An event in words: its type and what tells it from others of its type. */
export function describeEvent(event: Readonly<Record<string, unknown>>): string {
  const { type, step, reason, declineCode, code, verified, error } = event;
  const failure = (error as { readonly code?: string } | undefined)?.code;
  const total = type === 'change' && event['amount_total_atom'];
  return [type, step, reason, declineCode, code, verified, failure, total]
    .filter(Boolean)
    .join(' ');
}
