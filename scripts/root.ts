import path from 'node:path';

/** Where this repository begins. */
export const root = path.resolve(import.meta.dirname, '..');
