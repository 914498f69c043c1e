import type { Page } from '../api/Page.ts';
import { readNewest } from '../api/readNewest.ts';
import type { ChangeKind } from '../live/createLive.ts';
import { useAccountPath } from '../useAccountPath.ts';
import { useLoaded } from '../useLoaded.ts';
import { useFilter } from './useFilter.ts';

/**
 * What a list says besides its own records, read once for all its rows: the newest hundred of it; while the list is
 * searched, as many as that is looked through for. What they do not have is asked for in the row that needs it.
 */
export const useNewest = <T>(path: string, kinds: readonly ChangeKind[]): Page<T> | undefined => {
  const at = useAccountPath();
  const isSearch = useFilter().wanted.trim() !== '';
  const part = `${path}${path.includes('?') ? '&' : '?'}limit=100`;
  return useLoaded<Page<T>>(at(isSearch ? path : part), kinds, isSearch ? readNewest : undefined)
    .value;
};
