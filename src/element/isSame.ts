/** Of two values of a property: a function that a framework writes anew in each render asks for the same session. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (typeof one === 'function' && typeof other === 'function');
