import type { HeardMessage } from './HostedMessage.ts';
import type { Numbered } from './parseMessage.ts';
import { type Fields, readFields, readHeight, readWhole, text, word } from './readFields.ts';

/** What each field must be, in whatever message: a name means the same in all of them. */
const known: Fields<Numbered<HeardMessage>> = {
  t: /^h:\w+$/,
  seq: readWhole,
  'title?': text,
  'height?': readHeight,
  'currency?': text,
  'amount_subtotal_atom?': readWhole,
  'amount_discount_atom?': readWhole,
  'amount_total_atom?': readWhole,
  // A step or a reason of a later minor is one too: a decline must not go unheard for its new word.
  'step?': word,
  'reason?': word,
  'decline_code?': word,
  'code?': word,
};

/** A message of the hosted page, or `undefined`; never a throw. A field that is wrong is left out. */
export const parseHostedMessage = (data: unknown): Numbered<HeardMessage> | undefined =>
  readFields(known, data);
