/**
 * Whether it is one of its own pages that reads: the dashboard does so at each change, a page loads its files. Lines of
 * those would bury the ones that are looked for. What goes wrong is always worth a line.
 */
export const isOwnReading = ({
  method,
  pathname,
  status,
}: {
  readonly method: string;
  readonly pathname: string;
  readonly status: number;
}): boolean =>
  method === 'GET' &&
  (status === 200 || status === 304) &&
  /^\/(_mock\/accounts|dashboard-assets|assets)(\/|$)/.test(pathname);
