/** Where the two servers of `npm start` listen. */
export interface Ports {
  readonly paymentkit: number;
  readonly shop: number;
}

/** The ports that the environment chooses. */
export function readPorts(env: NodeJS.ProcessEnv): Ports {
  const paymentkit = readPort(env, 'PAYMENTKIT_PORT', 4242);
  const shop = readPort(env, 'EXAMPLES_PORT', 4243);
  if (paymentkit === shop) {
    throw new Error(
      `PAYMENTKIT_PORT and EXAMPLES_PORT are both ${String(shop)}. Give each server a port of its own.`,
    );
  }
  return { paymentkit, shop };
}

function readPort(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name]?.trim() ?? '';
  if (text === '') return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} is "${text}". Set it to a port from 1 to 65535.`);
}
