/** As TypeDoc asks for a plugin. */
export { writeAddresses as load } from './writeAddresses.ts';
