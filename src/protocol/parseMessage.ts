import { type Fields, ownField, readFields, readWhole } from './readFields.ts';

/** The fields of every message of one direction, by type. */
export type MessageFields<Message extends { readonly t: string }> = {
  readonly [T in Message['t']]: Fields<Omit<Extract<Message, { readonly t: T }>, 't'>>;
};

/** A message with its number on the port. */
export type Numbered<Message> = Message & { readonly seq: number };

/**
 * The message in `data`, or `undefined` for anything else. Total: it never throws, whatever it is
 * given, because both pages hear strangers. Unknown types give `undefined` and unknown fields are
 * dropped, so a minor version can add either.
 */
export function parseMessage<Message extends { readonly t: string }>(
  known: MessageFields<Message>,
  data: unknown,
): Numbered<Message> | undefined {
  const t = ownField(data, 't');
  const seq = readWhole(ownField(data, 'seq'));
  const own = typeof t === 'string' ? ownField(known, t) : undefined;
  const fields = own && readFields(own as Fields<Omit<Message, 't'>>, data);
  return fields && seq !== undefined
    ? ({ ...fields, t, seq } as unknown as Numbered<Message>)
    : undefined;
}
