import { withQuery } from '../route/Place.ts';
import type { Dashboard } from '../useDashboard.ts';

/** What is looked for on a screen, and how to look for something else. */
export interface Filter {
  readonly wanted: string;
  readonly look: (wanted: string) => void;
}

/** It stands in the address, so that it can be handed on and come back to. */
export const filterOf = ({ place, router }: Pick<Dashboard, 'place' | 'router'>): Filter => ({
  wanted: place.query.get('filter') ?? '',
  look(wanted) {
    const path = router.address().split('?')[0] ?? '';
    router.replace(withQuery(path, place.query, { filter: wanted, page: '' }));
  },
});
