/**
 * What arrives on the other side of a channel: a copy. jsdom has no `structuredClone`; the messages are
 * plain data, for which JSON does the same.
 */
export const cloneMessage = (data: unknown): unknown =>
  typeof structuredClone === 'function'
    ? structuredClone(data)
    : (JSON.parse(JSON.stringify(data)) as unknown);
