import type { Opening } from './opening/Opening.ts';
import { startPage } from './startPage.ts';

/** Left on the window by the script in the document. */
declare const checkoutOpening: Opening;

startPage(checkoutOpening);
