interface Access {
  readonly url: string;
  readonly secure_token: string;
}

/** Code that shows a session in a page, one for each way to have PaymentKit.js. */
export const snippets = (
  { url, secure_token: token }: Access,
  version: string,
): readonly (readonly [string, string])[] => {
  const { origin: host } = new URL(url);
  return [
    [
      'Script tag',
      `<script src="https://js.paymentkit.com/${version}/paymentkit.global.js" async></script>
<a href="${url}" data-paymentkit-checkout>
  Pay now
</a>`,
    ],
    [
      'npm',
      `import { mountCheckout } from 'paymentkit-js';

mountCheckout('#checkout', {
  secureToken: '${token}',
  host: '${host}',
});`,
    ],
    [
      'React',
      `import { PaymentKitCheckout } from 'paymentkit-js/react';

export const Checkout = () => (
  <PaymentKitCheckout
    secureToken="${token}"
    host="${host}"
  />
);`,
    ],
  ];
};
