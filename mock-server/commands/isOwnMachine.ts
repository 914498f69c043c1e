import { isLoopbackHost } from '../domain/addresses/isLoopbackHost.ts';

/** Whether a server that listens at this address is reached from its own machine alone. */
export function isOwnMachine(address: string): boolean {
  return isLoopbackHost(address) || address === '::1';
}
