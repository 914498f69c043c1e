import { useDashboard } from './useDashboard.ts';

/** Addresses of the account on the control plane: `at('clock')`, and its own API: `at('api/customers')`. */
export const useAccountPath = (): ((path: string) => string) => {
  const { accountId } = useDashboard();
  return (path) => `/accounts/${encodeURIComponent(accountId)}/${path}`;
};
