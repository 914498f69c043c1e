import { expect, test } from 'vitest';
import type { Subscription } from '../api/Subscription.ts';
import { subscriptionFixture } from '../fixtures/subscriptionFixture.ts';
import { nextTurn } from './nextTurn.ts';

const end = '2026-12-22T12:00:00.000Z';
const sooner = '2026-12-01T12:00:00.000Z';
const later = '2027-02-01T12:00:00.000Z';

test.each<[string, Partial<Subscription>, string | undefined]>([
  ['runs', {}, `Renews ${end}`],
  ['is not to go on', { cancel_at_period_end: true }, `Ends ${end}`],
  ['ends before its period does', { cancel_at: sooner }, `Ends ${sooner}`],
  ['ends in a later period', { cancel_at: later }, `Renews ${end}`],
  ['begins later', { state: 'scheduled' }, 'Starts 2026-11-22T12:00:00.000Z'],
  ['is to be paused', { scheduled_pause: { pause_for_cycles: null } }, `Pauses ${end}`],
  ['stands still for a while', { paused_at: sooner, resumes_at: later }, `Resumes ${later}`],
  ['stands still', { paused_at: sooner }, undefined],
  ['ends while it stands still', { paused_at: sooner, cancel_at: end }, `Ends ${end}`],
  ['has ended', { cancelled_at: sooner, cancel_at_period_end: true }, `Ended ${sooner}`],
])('a subscription that %s', (_what, changes, turn) => {
  const next = nextTurn(subscriptionFixture(changes));
  expect(next && `${next.words} ${next.at}`).toBe(turn);
});
