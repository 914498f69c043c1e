import { withQuery } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';

/** What is looked for on a screen. It stands in the address, so that it can be handed on and come back to. */
export const useFilter = () => {
  const { place, router } = useDashboard();
  return {
    wanted: place.query.get('filter') ?? '',
    look: (wanted: string): void => {
      const path = router.address().split('?')[0] ?? '';
      router.replace(withQuery(path, place.query, { filter: wanted, page: '' }));
    },
  };
};
