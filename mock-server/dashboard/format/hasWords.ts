/** Whether a text has every word that is looked for, in any case and order. Who looks for nothing finds all. */
export const hasWords = (text: string, wanted: string): boolean => {
  const lower = text.toLowerCase();
  const words = wanted.trim().toLowerCase().split(/\s+/);
  return words.every((word) => lower.includes(word));
};
