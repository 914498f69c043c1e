import type { Subscription } from '../api/Subscription.ts';

/** Something that can be done to a subscription, and what is said when it is done. */
export interface Step {
  readonly text: string;
  readonly said: string;
  readonly method: 'POST' | 'PATCH';
  /** After the subscription's own address. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** It is final, and asks first: the way back, and what is pressed to do it. */
  readonly asks?: { readonly keep: string; readonly confirm: string };
}

const pause: Step = {
  text: 'Pause',
  said: 'Paused. Nothing is charged until it is resumed.',
  method: 'POST',
  path: '/pause',
  body: {},
};

const resume: Step = {
  text: 'Resume',
  said: 'Resumed. What was left of the period goes on.',
  method: 'POST',
  path: '/resume',
  body: {},
};

const cancelAtEnd: Step = {
  text: 'Cancel at the period’s end',
  said: 'It ends with its period. Until then this can be undone.',
  method: 'PATCH',
  path: '',
  body: { cancel_at_period_end: true },
};

const keep: Step = {
  text: 'Do not cancel',
  said: 'It renews again.',
  method: 'PATCH',
  path: '',
  body: { cancel_at_period_end: false },
};

const cancelNow: Step = {
  text: 'Cancel now',
  said: 'Cancelled. Nothing was given back.',
  method: 'POST',
  path: '/cancel',
  body: {},
  asks: { keep: 'Keep it', confirm: 'Cancel it for good' },
};

/** What can be done to it now. */
export const stepsOf = ({ state, cancel_at_period_end: ending }: Subscription): readonly Step[] => {
  if (state === 'cancelled') return [];
  const runs = state === 'active' || state === 'trialing';
  const standing = state === 'paused' ? [resume] : runs ? [pause] : [];
  return [...standing, ending ? keep : cancelAtEnd, cancelNow];
};
