import type { HostedMessage } from './HostedMessage.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { readFlag, readHeight, readWhole, text } from './readFields.ts';

const known: MessageFields<HostedMessage> = {
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
  'h:processing': { step: /^(payment|three_d_secure|confirmation)$/ },
  'h:declined': {
    reason: /^(declined|authentication_(failed|abandoned)|confirmation_required|not_attempted)$/,
    'decline_code?': text,
  },
  'h:completed': {},
  'h:expired': {},
  'h:canceled': {},
  'h:return': {},
  'h:error': { code: text, recoverable: readFlag },
  'h:pong': {},
  'h:bye': {},
};

/** A message of the hosted page, or `undefined`; never a throw. */
export const parseHostedMessage = (data: unknown): Numbered<HostedMessage> | undefined =>
  parseMessage(known, data);
