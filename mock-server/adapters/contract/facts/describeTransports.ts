import { describe } from './facts.ts';
import type { Transport } from '../describeTransports.ts';

const chosen: { transport?: Transport } = {};

/** Says what the facts are asked of, before any of them runs. */
export function useTransport(transport: Transport): void {
  chosen.transport = transport;
}

const current = (): Transport => {
  if (!chosen.transport) throw new Error('Failed to ask: there is no transport yet.');
  return chosen.transport;
};

/** The same tests for the one transport there is here. */
export function describeTransports(title: string, tests: (transport: Transport) => void): void {
  const transport: Transport = {
    get name() {
      return current().name;
    },
    part: (all) => current().part(all),
    api: () => current().api(),
    pages: () => current().pages(),
  };
  describe(title, {}, () => tests(transport));
}
