import { useFilter } from './useFilter.ts';

/** A field for what is looked for on a screen. `what`, as a sentence goes on: "payments"; `by`: what finds one. */
export const Search = ({ what, by }: { what: string; by: string }) => {
  const { wanted, look } = useFilter();
  return (
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
};
