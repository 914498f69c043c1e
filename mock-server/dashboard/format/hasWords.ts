/** As it is typed on a keyboard that has no such letters: `Zoë` as `zoe`. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a text has every word that is looked for, in any case, order and accents. Who looks for nothing finds all. */
export const hasWords = (text: string, wanted: string): boolean => {
  const searched = plain(text);
  return plain(wanted.trim())
    .split(/\s+/)
    .every((word) => searched.includes(word));
};
