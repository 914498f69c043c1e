/**
 * What every answer says unless it says otherwise itself: a browser takes it for what it is, and a page of another origin
 * cannot load it as a part of its own. A page that may read an answer asks by CORS, which this is no hindrance to.
 */
export const guardedHeaders = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
} as const;
