import type { MerchantMessage } from './MerchantMessage.ts';
import { oneOf, text } from './fieldReaders.ts';
import { parseAppearance } from './parseAppearance.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { parsePrefill } from './parsePrefill.ts';

const changes = { locale: text, appearance: parseAppearance, prefill: parsePrefill };

const known: MessageFields<MerchantMessage> = {
  's:init': () => [
    { mode: oneOf(['inline', 'overlay']), redirect: oneOf(['auto', 'never']) },
    { token: text, ...changes },
  ],
  's:update': () => [{}, changes],
  's:refresh': () => [{}],
  's:focus': () => [{}],
  's:show': () => [{}],
  's:close': () => [{ reason: text }],
  's:ping': () => [{}],
};

/** A message of the merchant page, or `undefined`; never a throw. */
export const parseMerchantMessage = (data: unknown): Numbered<MerchantMessage> | undefined =>
  parseMessage(known, data);
