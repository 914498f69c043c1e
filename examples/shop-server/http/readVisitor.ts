import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

/** The browser that placed an order, by a random value only it and we know. */
export function readVisitor(c: Context): string | undefined {
  const visitorId = getCookie(c, 'alder_visitor');
  return visitorId && /^[0-9a-f-]{36}$/.test(visitorId) ? visitorId : undefined;
}
