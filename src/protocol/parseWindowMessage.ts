import { ownField } from './readFields.ts';

/** The majors of the wire protocol that this code speaks. A newer major needs a newer SDK. */
export const protocolVersions = { min: 1, max: 1 } as const;

/** What travels between the windows before there is a port: no secret, and nothing that is believed. */
export type WindowMessage =
  /** The hosted page is there and speaks these versions. */
  | { readonly t: 'h:hello'; readonly min: number; readonly max: number }
  /** Carries the port and the version agreed. */
  | { readonly t: 's:port'; readonly v: number }
  /** Asks a hosted page whose hello was not heard to say it again. */
  | { readonly t: 's:hi' };

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value);

function readWindowMessage(data: unknown, nonce: string): WindowMessage | undefined {
  if (ownField(data, 'pk') !== 1 || ownField(data, 'n') !== nonce) return undefined;
  const t = ownField(data, 't');
  const v = ownField(data, 'v');
  if (t === 's:hi') return { t };
  if (t === 's:port') return isVersion(v) ? { t, v } : undefined;
  const min = ownField(v, 'min');
  const max = ownField(v, 'max');
  return t === 'h:hello' && isVersion(min) && isVersion(max) ? { t, min, max } : undefined;
}

/** The window message in `data` for this nonce, or `undefined`; never a throw. */
export function parseWindowMessage(data: unknown, nonce: string): WindowMessage | undefined {
  try {
    return readWindowMessage(data, nonce);
  } catch {
    return undefined;
  }
}

/** A window message as it is posted. */
export const writeWindowMessage = (
  t: WindowMessage['t'],
  nonce: string,
  v?: number | { readonly min: number; readonly max: number },
): object => ({ pk: 1, t, n: nonce, v });
