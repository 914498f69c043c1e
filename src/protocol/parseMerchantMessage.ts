import type { MerchantMessage } from './MerchantMessage.ts';
import { parseAppearance, parsePrefill } from './parseAppearance.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { readText, readWord } from './readFields.ts';

const changes = { locale: readText, appearance: parseAppearance, prefill: parsePrefill };

const known: MessageFields<MerchantMessage> = {
  's:init': () => [
    { mode: readWord(['inline', 'overlay']), redirect: readWord(['auto', 'never']) },
    { token: readText, ...changes },
  ],
  's:update': () => [{}, changes],
  's:refresh': () => [{}],
  's:focus': () => [{}],
  's:show': () => [{}],
  's:close': () => [{ reason: readText }],
  's:ping': () => [{}],
};

/** A message of the merchant page, or `undefined`; never a throw. */
export const parseMerchantMessage = (data: unknown): Numbered<MerchantMessage> | undefined =>
  parseMessage(known, data);
