import type { DeclineReason, HostedMessage, ProcessingStep } from './HostedMessage.ts';
import { atoms, flag, height, oneOf, text } from './fieldReaders.ts';
import { type MessageFields, type Numbered, parseMessage } from './parseMessage.ts';

const steps: readonly ProcessingStep[] = ['payment', 'three_d_secure', 'confirmation'];
const reasons: readonly DeclineReason[] = [
  'declined',
  'authentication_failed',
  'authentication_abandoned',
  'confirmation_required',
  'not_attempted',
];

const known: MessageFields<HostedMessage> = {
  'h:ready': () => [{ title: text }],
  'h:resize': () => [{ height }],
  'h:change': () => [
    {
      currency: text,
      amount_subtotal_atom: atoms,
      amount_discount_atom: atoms,
      amount_total_atom: atoms,
    },
  ],
  'h:submit': () => [{}],
  'h:processing': () => [{ step: oneOf(steps) }],
  'h:declined': () => [{ reason: oneOf(reasons) }, { decline_code: text }],
  'h:completed': () => [{}],
  'h:expired': () => [{}],
  'h:canceled': () => [{}],
  'h:return': () => [{}],
  'h:error': () => [{ code: text, recoverable: flag }],
  'h:pong': () => [{}],
  'h:bye': () => [{}],
};

/** A message of the hosted page, or `undefined`; never a throw. */
export const parseHostedMessage = (data: unknown): Numbered<HostedMessage> | undefined =>
  parseMessage(known, data);
