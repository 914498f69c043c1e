import type { Scenario } from './Scenario.ts';

const paid = ['submit', 'processing payment'];
const challenged = [...paid, 'processing three_d_secure'];
const declined = [...paid, 'decline declined generic_decline'];
const completed = { phase: 'completed', result: 'completed' };

/**
 * The same on the fake page of the test kit and on the real one in a browser: what the kit promises. The order costs
 * 4900, and 3920 with its promotion code.
 */
export const scenarios: readonly Scenario[] = [
  {
    name: 'a payment',
    steps: ['complete'],
    events: ['ready', ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'a decline, then a payment',
    steps: ['decline', 'complete'],
    events: ['ready', ...declined, ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'two declines, then a payment',
    steps: ['decline', 'decline', 'complete'],
    events: ['ready', ...declined, ...declined, ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'a challenge that is passed',
    steps: ['challenge', 'complete'],
    events: ['ready', ...challenged, 'complete api'],
    ...completed,
  },
  {
    name: 'a challenge that fails',
    steps: ['challenge', 'fail the challenge'],
    events: ['ready', ...challenged, 'decline authentication_failed authentication_failed'],
    phase: 'ready',
    result: 'pending',
  },
  {
    name: 'a challenge that is given up, then a payment',
    steps: ['challenge', 'give up the challenge', 'complete'],
    events: [
      ...['ready', ...challenged, 'decline authentication_abandoned'],
      ...[...paid, 'complete api'],
    ],
    ...completed,
  },
  {
    name: 'a bank that takes its time',
    steps: ['delay', 'answer at last'],
    events: ['ready', ...paid, 'processing confirmation', 'complete api'],
    ...completed,
  },
  {
    name: 'a promotion code that comes and goes',
    steps: ['apply a code', 'remove the code', 'complete'],
    events: ['ready', 'change 3920', 'change 4900', ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'another price that the page is told of',
    steps: ['change the order', 'refresh', 'complete'],
    events: ['ready', 'change 3920', ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'another price that Pay finds out',
    steps: ['change the order', 'complete at the new price'],
    events: [
      ...['ready', ...paid, 'decline not_attempted', 'change 3920'],
      ...[...paid, 'complete api'],
    ],
    ...completed,
  },
  {
    name: 'a dearer order in place of a declined one',
    steps: ['ask for more', 'agree to it'],
    events: [
      ...['ready', ...paid, 'decline confirmation_required', 'change 9800'],
      ...[...paid, 'complete api'],
    ],
    ...completed,
  },
  {
    name: 'a cancellation',
    steps: ['cancel'],
    events: ['ready', 'cancel page'],
    phase: 'canceled',
    result: 'canceled page',
  },
  {
    name: 'a session whose time is over',
    steps: ['expire'],
    events: ['ready', 'expire'],
    phase: 'expired',
    result: 'expired',
  },
  {
    name: 'a page that does not load',
    steps: ['fail to load'],
    events: ['warning slow', 'error load_timeout'],
    phase: 'failed',
    result: 'pending',
  },
  {
    name: 'no network, and then one',
    before: ['go offline'],
    steps: ['go online', 'complete'],
    events: ['error offline', 'ready', ...paid, 'complete api'],
    ...completed,
  },
  {
    name: 'no network while a challenge is passed on a phone',
    steps: ['challenge', 'go offline', 'pass the challenge on a phone', 'go online'],
    events: ['ready', ...challenged, 'complete api'],
    ...completed,
  },
  {
    name: 'a reload of the frame in a challenge',
    steps: ['challenge', 'reload', 'complete'],
    events: ['ready', ...challenged, 'processing three_d_secure', 'complete api'],
    ...completed,
  },
  {
    name: 'a checkout that is begun again in a challenge',
    steps: ['challenge', 'begin again', 'complete'],
    events: ['ready', ...challenged, 'processing three_d_secure', 'ready', 'complete api'],
    ...completed,
  },
  {
    name: 'a checkout that is begun again while its bank takes its time',
    steps: ['delay', 'begin again', 'answer at last'],
    events: ['ready', ...paid, 'processing confirmation', 'ready', 'complete api'],
    ...completed,
  },
  {
    name: 'a reload of the frame while its bank takes its time',
    steps: ['delay', 'reload', 'answer at last'],
    events: [
      ...['ready', ...paid, 'processing confirmation'],
      ...['processing confirmation', 'complete api'],
    ],
    ...completed,
  },
];
