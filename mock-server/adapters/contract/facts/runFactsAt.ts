import { everyNth } from '../everyNth.ts';
import { useTransport } from './describeTransports.ts';
import { runFacts, type FactResult } from './runFacts.ts';

/** Runs every fact against a server that listens. */
export function runFactsAt(url: string): Promise<readonly FactResult[]> {
  useTransport({ name: url, part: everyNth(16), api: () => url, pages: () => url });
  // One by one: the receivers of webhooks are closed after each.
  return runFacts(1);
}
