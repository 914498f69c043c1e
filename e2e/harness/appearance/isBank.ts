import type { Frame } from '@playwright/test';

/** The bank's page runs no script, so nothing can look around in it: it is looked at by itself. */
export const isBank = (frame: Frame): boolean => frame.url().includes('/challenge/');
