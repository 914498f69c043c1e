import { isLoopbackHost } from '../../domain/addresses/isLoopbackHost.ts';
import { Problem } from '../../domain/requests/Problem.ts';

/** What a guard looks at; header values as they came. */
export interface GuardedRequest {
  /** The host that the request names, with its port. */
  readonly host: string | undefined;
  readonly pathname: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface GuardOptions {
  /** Hosts besides the loopback ones that a request may name. */
  readonly allowHosts: readonly string[];
  /** Needed for `/_mock` when set. */
  readonly controlToken: string | undefined;
}

const text = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.join(', ');

/** A name of labels or an address, and a port; whether they can be is up to the parser of URLs. */
const hostForm = /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*)(:\d{1,5})?$/;

/** A web page that lets its own name point at this machine names itself in `Host`, and gets nothing. */
function checkHost(host: string | undefined, allowHosts: readonly string[]): string {
  const name = host?.toLowerCase();
  if (name !== undefined && hostForm.test(name) && URL.canParse(`http://${name}`)) {
    const hostname = name.replace(/:\d+$/, '');
    if (
      isLoopbackHost(hostname) ||
      allowHosts.some((allowed) => allowed.toLowerCase() === hostname)
    )
      return `http://${name}`;
  }
  throw new Problem(
    421,
    'host_not_allowed',
    'This server answers to localhost and 127.0.0.1. Use one of these, or start it with --allow-host.',
  );
}

/** Everything but what browsers may reach: the hosted pages and the endpoints a secure token opens. */
function isPrivate(pathname: string): boolean {
  if (/^\/(_mock|dashboard)(\/|$)/.test(pathname)) return true;
  return pathname.startsWith('/api/') && !pathname.startsWith('/api/checkout/');
}

function checkPage({ headers }: GuardedRequest, ownOrigin: string): void {
  const origin = text(headers['origin']);
  const site = text(headers['sec-fetch-site']);
  const foreignOrigin = origin !== undefined && origin !== ownOrigin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (!foreignOrigin && !foreignSite) return;
  throw new Problem(
    403,
    'origin_not_allowed',
    'A web page on another origin may not ask for this. Ask from your server.',
  );
}

function sameText(a: string, b: string): boolean {
  // Compares every character, so that the time taken does not tell how many were right.
  let different = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    different |= a.charCodeAt(index) ^ b.charCodeAt(index % Math.max(b.length, 1));
  }
  return different === 0;
}

function checkControl({ pathname, headers }: GuardedRequest, controlToken: string): void {
  if (!/^\/_mock(\/|$)/.test(pathname)) return;
  const given = /^Bearer +(\S+)$/i.exec(text(headers['authorization']) ?? '')?.[1];
  if (given !== undefined && sameText(given, controlToken)) return;
  throw new Problem(
    401,
    'unauthenticated',
    'The control plane of this server needs its control token. Send Authorization: Bearer with it.',
    { headers: { 'www-authenticate': 'Bearer' } },
  );
}

/** Who may call: decides before anything else is looked at. Returns the origin that the caller knows this server by. */
export function guardRequest(request: GuardedRequest, options: GuardOptions): string {
  const ownOrigin = checkHost(request.host, options.allowHosts);
  if (isPrivate(request.pathname)) checkPage(request, ownOrigin);
  if (options.controlToken !== undefined) checkControl(request, options.controlToken);
  return ownOrigin;
}
