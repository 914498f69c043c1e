import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { readVisitor } from './readVisitor.ts';

/** The visitor's id; a first visit gets one. Called when an order is placed, not on every page. */
export function rememberVisitor(c: Context, origin: string): string {
  const visitorId = readVisitor(c) ?? randomUUID();
  setCookie(c, 'alder_visitor', visitorId, {
    path: '/',
    httpOnly: true,
    secure: origin.startsWith('https:'),
    // Not Strict: coming back from the checkout is a navigation from another site.
    sameSite: 'Lax',
    maxAge: 30 * 24 * 60 * 60,
  });
  return visitorId;
}
