import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

/**
 * Over https the name has the prefix of cookies that only this very host can set: else a page of a host below the shop's
 * could make a shopper order under an id that it knows. Over http, on the machine of a developer, not every browser takes it.
 */
const nameAt = (origin: string): string =>
  origin.startsWith('https:') ? '__Host-alder_visitor' : 'alder_visitor';

/** Tells browsers apart by a random value that only the browser and the shop know. */
export const visitorCookie = {
  read(c: Context, origin: string): string | undefined {
    const visitorId = getCookie(c, nameAt(origin));
    return visitorId && /^[0-9a-f-]{36}$/.test(visitorId) ? visitorId : undefined;
  },

  /** The visitor's id; a first visit gets one. Called when an order is placed, not on every page. */
  remember(c: Context, origin: string): string {
    const visitorId = this.read(c, origin) ?? randomUUID();
    setCookie(c, nameAt(origin), visitorId, {
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
