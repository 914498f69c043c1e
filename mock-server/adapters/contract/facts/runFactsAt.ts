import { useTransport } from './describeTransports.ts';
import { runFacts, type FactResult } from './runFacts.ts';

/** Runs the first of each `nth` facts against a server that listens. */
export function runFactsAt(url: string, nth: number): Promise<readonly FactResult[]> {
  useTransport({ name: url, api: () => url, pages: () => url });
  // One by one: the receivers of webhooks are closed after each.
  return runFacts(1, nth);
}
