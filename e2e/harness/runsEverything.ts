/**
 * Whether this run shows everything in all circumstances, as continuous integration does. At the desk each thing is shown
 * once: what is shown again by another way, in another theme or more often is left out.
 */
export const runsEverything = process.env['PAYMENTKIT_TESTS'] === 'all';
