/**
 * A style value of the merchant's, if the page may use it: short, unable to fetch anything, and one that the browser
 * takes for that very property. Escapes go with `url(`: they can spell it.
 */
export const acceptedStyle = (
  property: 'color' | 'border-radius' | 'font-family',
  value: string | null | undefined,
): string | undefined =>
  value && value.length <= 128 && !/url\(|\\/i.test(value) && CSS.supports(property, value)
    ? value
    : undefined;
