import { useDashboard } from '../useDashboard.ts';
import { filterOf, type Filter } from './filterOf.ts';

/** What is looked for on a screen of an account. */
export const useFilter = (): Filter => filterOf(useDashboard());
