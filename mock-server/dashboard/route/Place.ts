/** Where in the dashboard: what the address says. */
export interface Place {
  readonly accountId: string | undefined;
  /** Empty for the first screen of an account. */
  readonly section: string;
  readonly id: string | undefined;
  readonly query: URLSearchParams;
}

const root = '/dashboard';

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

/** Reads an address, `/dashboard/acc_dev_demo/payments?page=2`. */
export const placeOf = (address: string): Place => {
  const [path = '', search] = address.split('?');
  const [accountId, section = '', id] = path
    .slice(root.length)
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  return { accountId, section, id, query: new URLSearchParams(search) };
};

/** The address of a screen of an account. */
export const hrefOf = (accountId: string, ...segments: readonly string[]): string =>
  [root, ...[accountId, ...segments].map(encodeURIComponent)].join('/');

/** The same screen, with parts of its query changed; an empty value takes a part out. */
export const withQuery = (
  path: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string>>,
): string => {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  const search = next.toString();
  return search === '' ? path : `${path}?${search}`;
};
