/** The languages the page is written in. */
export type Locale = 'en' | 'de';
