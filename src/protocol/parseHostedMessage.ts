import type { HeardMessage } from './HostedMessage.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { readHeight, readWhole, text, word } from './readFields.ts';

const known: MessageFields<HeardMessage> = {
  'h:ready': { title: text },
  'h:resize': { height: readHeight },
  'h:change': {
    currency: text,
    amount_subtotal_atom: readWhole,
    amount_discount_atom: readWhole,
    amount_total_atom: readWhole,
  },
  'h:edited': {},
  'h:escape': {},
  'h:submit': {},
  // A step or a reason of a later minor is one too: a decline must not go unheard for its new word.
  'h:processing': { step: word },
  'h:declined': { reason: word, 'decline_code?': word },
  'h:completed': {},
  'h:expired': {},
  'h:canceled': {},
  'h:return': {},
  'h:error': { code: word },
  'h:pong': {},
  'h:bye': {},
};

/** A message of the hosted page, or `undefined`; never a throw. */
export const parseHostedMessage = (data: unknown): Numbered<HeardMessage> | undefined =>
  parseMessage(known, data);
