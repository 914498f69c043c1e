import type { ShopServerOptions } from './createShopServer.ts';

/** The shop's settings from the environment; the defaults are those of `npm start`. */
export function readSettings(
  env: NodeJS.ProcessEnv,
): ShopServerOptions & { readonly port: number } {
  const { PAYMENTKIT_URL = 'http://127.0.0.1:4242', EXAMPLES_PORT = '4243' } = env;
  if (!URL.canParse(PAYMENTKIT_URL)) {
    throw new Error(
      `Failed to start the shop: PAYMENTKIT_URL is not an address: ${PAYMENTKIT_URL}.`,
    );
  }
  const port = Number(EXAMPLES_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`Failed to start the shop: EXAMPLES_PORT is not a port: ${EXAMPLES_PORT}.`);
  }
  return {
    paymentkitUrl: new URL(PAYMENTKIT_URL).origin,
    accountId: env.PAYMENTKIT_ACCOUNT ?? 'acc_dev_demo',
    // A real shop has no default here: its key comes from a secret store, and never from the code.
    secretKey: env.PAYMENTKIT_SECRET_KEY ?? 'sk_test_demo',
    port,
  };
}
