import type { ChangeKind } from './live/createLive.ts';
import { useAccountPath } from './useAccountPath.ts';
import { useDashboard } from './useDashboard.ts';
import { useLoaded, type Loaded } from './useLoaded.ts';

/** The record that the address of its screen names. `resource`: where the API has it, "payment-intents". */
export const useRecord = <T>(
  resource: string,
  kinds: readonly ChangeKind[],
  query = '',
): Loaded<T> => {
  const id = encodeURIComponent(useDashboard().place.id ?? '');
  return useLoaded<T>(useAccountPath()(`api/${resource}/${id}${query}`), kinds);
};
