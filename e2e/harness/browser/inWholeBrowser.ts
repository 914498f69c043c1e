/**
 * The details of a test that runs in the whole browser, since its subject is something that the headless shell has not:
 * windows that are blocked, pages that are kept for Back, or scrollbars that take a place.
 */
export const inWholeBrowser = { tag: '@whole-browser' } as const;
