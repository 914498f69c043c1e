import { ownField, readFields, readWhole } from './readFields.ts';

/** The one major of the wire protocol that this code speaks. A newer major needs a newer SDK. */
export const protocolMajor = 1;

interface Versions {
  readonly min: number;
  readonly max: number;
}

/** Whether this is a window message of this type, for this one embedding. */
const isOne = (data: unknown, t: string, nonce: string): boolean =>
  ownField(data, 'pk') === 1 && ownField(data, 't') === t && ownField(data, 'n') === nonce;

/** `h:hello`: the hosted page is there and speaks these versions. */
export const parseHello = (data: unknown, nonce: string): Versions | undefined =>
  isOne(data, 'h:hello', nonce)
    ? readFields<Versions>({ min: readWhole, max: readWhole }, ownField(data, 'v'))
    : undefined;

/** `s:port` carries the port and the version agreed; `s:hi` asks for a hello that was not heard. */
export function parseSummons(
  data: unknown,
  nonce: string,
): { readonly t: 's:port'; readonly v: number } | { readonly t: 's:hi' } | undefined {
  if (isOne(data, 's:hi', nonce)) return { t: 's:hi' };
  const v = readWhole(ownField(data, 'v'));
  return v !== undefined && isOne(data, 's:port', nonce) ? { t: 's:port', v } : undefined;
}

/** A message between the windows, before there is a port: no secret, and nothing that is believed. */
export const writeWindowMessage = (
  t: 'h:hello' | 's:port' | 's:hi',
  nonce: string,
  v?: number | Versions,
): object => ({ pk: 1, t, n: nonce, v });
