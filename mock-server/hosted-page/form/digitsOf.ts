/** Where the ten digits begin in the scripts a keyboard may produce: ASCII, full-width, Arabic, Persian. */
const zeros = [0x30, 0xff10, 0x660, 0x6f0];

/** The digits of a text as ASCII, at most `limit` of them. */
export const digitsOf = (text: string, limit = Infinity): string => {
  let digits = '';
  for (const character of text) {
    const code = character.charCodeAt(0);
    const zero = zeros.find((first) => code >= first && code < first + 10);
    if (zero !== undefined) digits += String(code - zero);
  }
  return digits.slice(0, limit);
};
