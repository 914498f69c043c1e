import type { Platform } from '../platform/Platform.ts';

/**
 * The frame of the hosted page, with everything set before it is inserted: a frame inserted first would
 * boot an empty page of the merchant's own origin.
 *
 * The sandbox has no top navigation: the hosted page cannot take the merchant's page away. `payment` and
 * passkeys are delegated to the hosted page's origin alone, not to what it may navigate to. A page that is isolated
 * by COOP and COEP shows only documents that opt in, down to the bank's, or frames without credentials, which the
 * hosted page has no use for.
 */
export function createFrame(
  platform: Platform,
  host: string,
  address: string,
  title: string,
): HTMLIFrameElement {
  return Object.assign(platform.document.createElement('iframe'), {
    sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups',
    allow: `payment ${host}; publickey-credentials-get ${host}`,
    referrerPolicy: 'strict-origin',
    title,
    credentialless: !!platform.crossOriginIsolated,
    src: address,
  });
}
