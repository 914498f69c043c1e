/** The last moment whose year has four digits: nobody reads a later one. */
export const endOfTime = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** As far as a clock goes. What begins then, a session or a period of 365 years, ends before the end of time. */
export const endOfClocks = Date.UTC(8999, 11, 31, 23, 59, 59, 999);
