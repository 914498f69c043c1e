import type { Session } from './Session.ts';

/** The session in an answer: the answer itself, or its `session`. `undefined` for anything that is none. */
export const sessionIn = (body: Readonly<Record<string, unknown>>): Session | undefined => {
  const found = body.object === 'checkout_session' || 'state' in body ? body : body.session;
  if (typeof found !== 'object' || found === null) return undefined;
  const { id, state, line_items: lines } = found as Partial<Session>;
  return typeof id === 'string' && typeof state === 'string' && Array.isArray(lines)
    ? (found as Session)
    : undefined;
};
