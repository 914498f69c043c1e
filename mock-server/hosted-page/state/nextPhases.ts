import type { Phase } from './PageState.ts';

type Name = Phase['name'];

const answers: readonly Name[] = [
  'form',
  'checking',
  'challenge',
  'offer',
  'pending',
  'elsewhere',
  'completed',
  'done',
  'expired',
  'failed',
];

/** What may follow each phase. An empty list is final: nothing that comes late can change it. */
export const nextPhases: Readonly<Record<Name, readonly Name[]>> = {
  loading: ['form', 'challenge', 'pending', 'elsewhere', 'done', 'expired', 'failed', 'refused'],
  failed: ['form', 'challenge', 'pending', 'elsewhere', 'done', 'expired', 'failed'],
  form: ['paying', 'elsewhere', 'challenge', 'pending', 'done', 'canceled', 'expired', 'failed'],
  paying: answers,
  checking: answers,
  challenge: answers,
  pending: answers,
  offer: ['paying', 'form', 'elsewhere', 'done', 'canceled', 'expired', 'failed'],
  elsewhere: ['form', 'challenge', 'pending', 'done', 'expired', 'failed'],
  refused: [],
  completed: [],
  done: [],
  canceled: [],
  expired: [],
};

/** Whether a phase may follow another; staying in one, with other details, is always possible while it is not final. */
export const mayFollow = (from: Name, to: Name): boolean =>
  nextPhases[from].includes(to) || (from === to && nextPhases[from].length > 0);
