import { ownField } from './readFields.ts';

/** The majors of the wire protocol that this code speaks. A newer major needs a newer SDK. */
export const protocolVersions = { min: 1, max: 1 } as const;

interface Versions {
  readonly min: number;
  readonly max: number;
}

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value);

/** What `read` makes of a window message with this nonce; never a throw. */
function parse<Message>(
  data: unknown,
  nonce: string,
  read: (t: unknown, v: unknown) => Message | undefined,
): Message | undefined {
  try {
    return ownField(data, 'pk') === 1 && ownField(data, 'n') === nonce
      ? read(ownField(data, 't'), ownField(data, 'v'))
      : undefined;
  } catch {
    return undefined;
  }
}

/** `h:hello`: the hosted page is there and speaks these versions. */
export const parseHello = (data: unknown, nonce: string): Versions | undefined =>
  parse(data, nonce, (t, v) => {
    const min = ownField(v, 'min');
    const max = ownField(v, 'max');
    return t === 'h:hello' && isVersion(min) && isVersion(max) ? { min, max } : undefined;
  });

/** `s:port` carries the port and the version agreed; `s:hi` asks for a hello that was not heard. */
export const parseSummons = (
  data: unknown,
  nonce: string,
): { readonly t: 's:port'; readonly v: number } | { readonly t: 's:hi' } | undefined =>
  parse(data, nonce, (t, v) => {
    if (t === 's:hi') return { t };
    return t === 's:port' && isVersion(v) ? { t, v } : undefined;
  });

/** A message between the windows, before there is a port: no secret, and nothing that is believed. */
export const writeWindowMessage = (
  t: 'h:hello' | 's:port' | 's:hi',
  nonce: string,
  v?: number | Versions,
): object => ({ pk: 1, t, n: nonce, v });
