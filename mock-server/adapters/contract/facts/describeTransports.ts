import type { Transport } from '../harness/describeTransports.ts';
import { everyNth } from '../harness/everyNth.ts';
import { describe } from './facts.ts';

/** What is known of it once something listens; which part is sent is asked before. */
type Place = Omit<Transport, 'part'>;

const chosen: { transport?: Place } = {};

/** Says what the facts are asked of, before any of them runs. */
export function useTransport(transport: Place): void {
  chosen.transport = transport;
}

const current = (): Place => {
  if (!chosen.transport) throw new Error('Failed to ask: there is no transport yet.');
  return chosen.transport;
};

/** The same tests for the one transport there is here. */
export function describeTransports(title: string, tests: (transport: Transport) => void): void {
  const transport: Transport = {
    get name() {
      return current().name;
    },
    part: everyNth(16),
    api: () => current().api(),
    pages: () => current().pages(),
  };
  describe(title, {}, () => tests(transport));
}
