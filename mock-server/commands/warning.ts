import { isOwnMachine } from './isOwnMachine.ts';

/** What to know before other machines are let in; nothing when only this one is. */
export function warning(host: string): string {
  if (isOwnMachine(host)) return '';
  return [
    `Warning: other machines can reach this server at ${host}.`,
    '/_mock asks for the control token. All else is open to whoever calls the server',
    'by this address, or by a name that was given with --allow-host.',
    '',
  ].join('\n');
}
