import { SearchField } from './SearchField.tsx';
import { useFilter } from './useFilter.ts';

/** A field for what is looked for on a screen of an account. */
export const Search = (props: { what: string; by: string }) => (
  <SearchField {...props} filter={useFilter()} />
);
