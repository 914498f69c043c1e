import type { Phase } from './PageState.ts';

type Name = Phase['name'];

const answers: readonly Name[] = [
  'checking',
  'offer',
  'completed',
  'form',
  'challenge',
  'pending',
  'elsewhere',
  'done',
  'expired',
  'failed',
];

/**
 * What may follow each phase. An empty list is final: nothing that comes late can change it. All in one order, which weighs
 * least.
 */
export const nextPhases: Readonly<Record<Name, readonly Name[]>> = {
  loading: ['refused', 'form', 'challenge', 'pending', 'elsewhere', 'done', 'expired', 'failed'],
  failed: ['form', 'challenge', 'pending', 'elsewhere', 'done', 'expired', 'failed'],
  form: [
    'paying',
    'canceled',
    'form',
    'challenge',
    'pending',
    'elsewhere',
    'done',
    'expired',
    'failed',
  ],
  paying: answers,
  checking: answers,
  challenge: answers,
  pending: answers,
  offer: ['paying', 'canceled', 'form', 'elsewhere', 'done', 'expired', 'failed'],
  elsewhere: ['form', 'challenge', 'pending', 'elsewhere', 'done', 'expired', 'failed'],
  refused: [],
  completed: [],
  done: [],
  canceled: [],
  expired: [],
};

/** Whether a phase may follow another; staying in one, with other details, is always possible while it is not final. */
export const mayFollow = (from: Name, to: Name): boolean =>
  nextPhases[from].includes(to) || (from === to && nextPhases[from].length > 0);
