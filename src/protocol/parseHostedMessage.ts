import type { DeclineReason, HostedMessage, ProcessingStep } from './HostedMessage.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';
import { readAtoms, readFlag, readHeight, readText, readWord } from './readFields.ts';

const steps: readonly ProcessingStep[] = ['payment', 'three_d_secure', 'confirmation'];
const reasons: readonly DeclineReason[] = [
  'declined',
  'authentication_failed',
  'authentication_abandoned',
  'confirmation_required',
  'not_attempted',
];

const known: MessageFields<HostedMessage> = {
  'h:ready': () => [{ title: readText }],
  'h:resize': () => [{ height: readHeight }],
  'h:change': () => [
    {
      currency: readText,
      amount_subtotal_atom: readAtoms,
      amount_discount_atom: readAtoms,
      amount_total_atom: readAtoms,
    },
  ],
  'h:submit': () => [{}],
  'h:processing': () => [{ step: readWord(steps) }],
  'h:declined': () => [{ reason: readWord(reasons) }, { decline_code: readText }],
  'h:completed': () => [{}],
  'h:expired': () => [{}],
  'h:canceled': () => [{}],
  'h:return': () => [{}],
  'h:error': () => [{ code: readText, recoverable: readFlag }],
  'h:pong': () => [{}],
  'h:bye': () => [{}],
};

/** A message of the hosted page, or `undefined`; never a throw. */
export const parseHostedMessage = (data: unknown): Numbered<HostedMessage> | undefined =>
  parseMessage(known, data);
