import { listenOn } from './listenOn.ts';
import type { Ports } from './readPorts.ts';
import { welcome } from './welcome.ts';

/** Starts the mock server and the examples' shop; returns what to say once both answer. */
export async function startServers(ports: Ports): Promise<string> {
  // Imported here because a fresh clone has nothing to import before it is built.
  const { createMockServer } = await import('paymentkit-mock-server');
  const { createShopServer } = await import('../../examples/shop-server/createShopServer.ts');

  const paymentkit = await listenOn({
    variable: 'PAYMENTKIT_PORT',
    port: ports.paymentkit,
    what: 'the mock server',
    listen: () => createMockServer({ quiet: true }).listen({ port: ports.paymentkit }),
  });
  const shop = await listenOn({
    variable: 'EXAMPLES_PORT',
    port: ports.shop,
    what: 'the shop',
    listen: () =>
      createShopServer({
        paymentkitUrl: paymentkit,
        accountId: 'acc_dev_demo',
        secretKey: 'sk_test_demo',
        onPaid: ({ reference, product }) => {
          console.log(`  Order ${reference}: ${product.name} is paid and verified`);
        },
      }).listen({ port: ports.shop }),
  });
  return welcome({ shop, paymentkit });
}
