import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const name = 'alder_visitor';

/** Tells browsers apart by a random value that only the browser and the shop know. */
export const visitorCookie = {
  read(c: Context): string | undefined {
    const visitorId = getCookie(c, name);
    return visitorId && /^[0-9a-f-]{36}$/.test(visitorId) ? visitorId : undefined;
  },

  /** The visitor's id; a first visit gets one. Called when an order is placed, not on every page. */
  remember(c: Context, origin: string): string {
    const visitorId = this.read(c) ?? randomUUID();
    setCookie(c, name, visitorId, {
      path: '/',
      httpOnly: true,
      secure: origin.startsWith('https:'),
      // Not Strict: coming back from the checkout is a navigation from another site.
      sameSite: 'Lax',
      maxAge: 30 * 24 * 60 * 60,
    });
    return visitorId;
  },
};
