/** Refuses a step that says what cannot be, with the sentence that says so. */
export function demand(fits: unknown, sentence: string): asserts fits {
  if (!fits) throw new Error(sentence);
}
