/** The examples that order through this server's API. The one with the script tag is rendered here instead. */
export const storefronts = [
  'inline',
  'overlay',
  'popup',
  'custom-element',
  'react-spa',
  'redirect',
] as const;
