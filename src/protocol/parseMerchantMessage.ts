import type { HostedChanges, MerchantMessage } from './MerchantMessage.ts';
import { parseAppearance, parsePrefill } from './parseAppearance.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { type Fields, text } from './readFields.ts';

const changes: Fields<HostedChanges> = {
  'locale?': text,
  'appearance?': parseAppearance,
  'prefill?': parsePrefill,
};

const known: MessageFields<MerchantMessage> = {
  's:init': {
    mode: /^(inline|overlay|popup)$/,
    redirect: /^(auto|never)$/,
    'token?': text,
    ...changes,
  },
  's:update': changes,
  's:refresh': {},
  's:focus': {},
  's:show': {},
  's:close': { reason: text },
  's:ping': {},
};

/** A message of the merchant page, or `undefined`; never a throw. */
export const parseMerchantMessage = (data: unknown): Numbered<MerchantMessage> | undefined =>
  parseMessage(known, data);
