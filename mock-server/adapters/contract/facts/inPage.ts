import { startMockPaymentKit } from 'paymentkit-mock-server/browser';
import { deliverHere } from './createReceiver.ts';
import { useTransport } from './describeTransports.ts';
import { runFacts, type FactResult } from './runFacts.ts';

declare global {
  interface Window {
    /** Runs the first of each `nth` facts in this page, with the worker. */
    runFacts: (nth: number) => Promise<readonly FactResult[]>;
  }
}

const { origin } = location;
window.runFacts = async (nth) => {
  await startMockPaymentKit({ deliver: deliverHere });
  useTransport({ name: 'the worker', api: () => origin, pages: () => origin });
  // Each has an account of its own, and what they wait for is the way to the worker and back.
  return runFacts(6, nth);
};
