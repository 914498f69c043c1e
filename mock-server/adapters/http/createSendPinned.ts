import { lookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as requestHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '../../domain/addresses/isPublicAddress.ts';
import { isLoopbackHost } from '../../domain/addresses/isLoopbackHost.ts';
import { webhookUrlFault } from '../../domain/webhooks/webhookUrlFault.ts';
import { RefusedReceiver, type SendWebhook } from '../../webhooks/sendOnce.ts';

interface Address {
  readonly address: string;
  readonly family: number;
}

const loopback: readonly Address[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

type Resolve = (hostname: string) => Promise<readonly Address[]>;

const resolveName: Resolve = (hostname) => lookup(hostname, { all: true });

/** The addresses that a host may be reached at. It is looked up here, once: what was checked is what is used. */
async function addressesOf(
  hostname: string,
  allowedHosts: readonly string[],
  resolve: Resolve,
): Promise<readonly Address[]> {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return loopback;
  const name = hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolve(name);
  if (allowedHosts.includes(hostname) || isLoopbackHost(hostname)) return addresses;
  if (addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address))) {
    return addresses;
  }
  throw new RefusedReceiver(
    'Its name stands for an address that is not public. Start the server with --allow-webhook-host to allow it.',
  );
}

/** Gives a connection the addresses that were checked, in place of a lookup of its own. */
function pinTo(addresses: readonly Address[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

/** Kept open on loopback alone: anywhere else a name must be looked at again each time. */
const createAgents = () => ({
  'http:': new HttpAgent({ keepAlive: true }),
  'https:': new HttpsAgent({ keepAlive: true }),
});

interface Connection {
  readonly addresses: readonly Address[];
  readonly agent: HttpAgent | HttpsAgent | false;
}

function send(request: Request, body: string, { addresses, agent }: Connection) {
  const url = new URL(request.url);
  return new Promise<IncomingMessage>((resolve, reject) => {
    const options = {
      method: request.method,
      headers: {
        ...Object.fromEntries(request.headers),
        'content-length': Buffer.byteLength(body),
      },
      lookup: pinTo(addresses),
      autoSelectFamily: true,
      signal: request.signal,
      agent,
    };
    const outgoing = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    outgoing.on('response', resolve).on('error', (error) => {
      // The receiver closed the connection just as it was used again: this says nothing of the receiver.
      if (!outgoing.reusedSocket || request.signal.aborted) reject(error);
      else send(request, body, { addresses, agent: false }).then(resolve, reject);
    });
    outgoing.end(body);
  });
}

/** Nobody reads the answer; it is taken off the connection, which can then be used again, unless it is long. */
function discard(response: IncomingMessage): void {
  let length = 0;
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > 65_536) response.destroy();
  });
  response.on('error', () => undefined);
}

/** Sends webhooks over the network: to loopback, to public addresses by https, and to hosts that were allowed. */
export function createSendPinned(
  allowedHosts: readonly string[],
  resolve: Resolve = resolveName,
): SendWebhook {
  const agents = createAgents();
  return async (request) => {
    const { hostname, protocol } = new URL(request.url);
    // An endpoint that was made under other rules: data may be kept, and the command started differently.
    const fault = webhookUrlFault(request.url, allowedHosts);
    if (fault !== undefined) throw new RefusedReceiver(`${fault}.`);
    const body = await request.text();
    const addresses = await addressesOf(hostname, allowedHosts, resolve);
    const kept = isLoopbackHost(hostname) && agents[protocol === 'https:' ? 'https:' : 'http:'];
    const response = await send(request, body, { addresses, agent: kept });
    discard(response);
    return { status: response.statusCode ?? 0 };
  };
}
