/**
 * For `waitForFunction` in a frame: it is asked now and then. By itself it is told with each picture that is drawn, and
 * of a frame that nobody sees none is.
 */
export const asked = { polling: 50 } as const;
