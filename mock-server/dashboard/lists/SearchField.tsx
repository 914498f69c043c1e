import type { Filter } from './filterOf.ts';

interface SearchFieldProps {
  /** What is looked for, as a sentence goes on: "payments". */
  readonly what: string;
  /** What finds one. */
  readonly by: string;
  readonly filter: Filter;
}

/** A field for what is looked for in a list. */
export const SearchField = ({ what, by, filter: { wanted, look } }: SearchFieldProps) => (
  <>
    <label class="sr" for="filter">
      Search {what}
    </label>
    <input
      class="in filter"
      id="filter"
      type="search"
      autocomplete="off"
      spellcheck={false}
      placeholder={by}
      value={wanted}
      onInput={(event) => {
        look(event.currentTarget.value);
      }}
    />
  </>
);
