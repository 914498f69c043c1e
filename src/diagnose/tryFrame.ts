import { mountCheckoutOn } from '../checkout/mountCheckout.ts';
import type { PaymentKitError } from '../errors/PaymentKitError.ts';
import type { Access } from '../options/resolveAccess.ts';
import type { DiagnosePlatform, JudgedFrame } from './DiagnosePlatform.ts';
import { diagnosis, type Diagnosis } from './Diagnosis.ts';

interface Trial {
  /** The code of the failure, or `isolated` where the browser says so; empty when the hosted page was ready. */
  readonly code: string;
  /** Whether the frame may take payments through the browser, where the browser tells. */
  readonly allows: boolean;
}

/** Hears that the page's Cross-Origin-Embedder-Policy keeps out a frame of this host; gives what stops it. */
function hearRefusal(
  { ReportingObserver }: DiagnosePlatform,
  host: string,
  refused: () => void,
): () => void {
  const observer =
    ReportingObserver &&
    new ReportingObserver(
      (reports) => {
        // The fields of this report can be read in its JSON alone.
        const found = JSON.stringify(reports.map(({ body }) => body));
        if (found.includes(`"blockedURL":"${host}/`)) refused();
      },
      { types: ['coep'] },
    );
  observer?.observe();
  return () => observer?.disconnect();
}

/** Mounts a checkout that nobody sees. */
async function mountUnseen(
  platform: DiagnosePlatform,
  { host, token }: Access,
  timeoutMs: number,
): Promise<Trial> {
  const place = platform.document.createElement('div');
  place.inert = true;
  // Not `display: none`: a page that is not painted tells nothing.
  place.style.cssText = 'position:fixed;inset:0;opacity:0;z-index:-1';
  platform.document.body.append(place);
  const checkout = mountCheckoutOn(platform, place, {
    secureToken: token,
    host: host === platform.location.origin ? 'self' : host,
    redirect: 'never',
    timeoutMs,
  });
  let ignore = (): void => undefined;
  const code = await new Promise<string>((resolve) => {
    ignore = hearRefusal(platform, host, () => resolve('isolated'));
    // An end without a failure, such as a payment elsewhere, is none of its events.
    void checkout.ready.then(
      () => resolve(''),
      (error: unknown) => resolve((error as PaymentKitError).code),
    );
    checkout.on('error', (event) => {
      event.preventDefault();
      resolve(event.error.code);
    });
  });
  const frame = place.querySelector<HTMLElement & JudgedFrame>('[src]');
  const allows = frame?.featurePolicy?.allowsFeature('payment') ?? true;
  ignore();
  checkout.destroy();
  place.remove();
  return { code, allows };
}

const judgePolicy = (allows: boolean, host: string): Diagnosis =>
  diagnosis(
    'permissions_policy',
    allows,
    allows ? 'nothing forbids payment in the frame' : 'payment is not allowed in the frame',
    `Send "Permissions-Policy: payment=(self "${host}")", or none: wallets do not work otherwise.`,
  );

/** Whether the browser shows the hosted page in this one, and if not, why. */
export async function tryFrame(
  platform: DiagnosePlatform,
  access: Access,
  timeoutMs: number,
): Promise<readonly Diagnosis[]> {
  const { host } = access;
  const { code, allows } = await mountUnseen(platform, access, timeoutMs);
  const isBlocked = code === 'frame_blocked';
  const isIsolated =
    code === 'isolated' || (code === 'load_timeout' && platform.crossOriginIsolated === true);
  return [
    judgePolicy(allows, host),
    diagnosis(
      'frame_src',
      !isBlocked,
      isBlocked ? `the page's policy forbids frames of ${host}` : 'no policy stood in the way',
      `Add ${host} to frame-src in the page's Content-Security-Policy.`,
    ),
    diagnosis(
      'versions',
      code !== 'unsupported_version',
      `paymentkit-js ${__VERSION__}`,
      'Update paymentkit-js: the hosted page speaks no version of the protocol that it knows.',
    ),
    diagnosis(
      'isolation',
      !isIsolated,
      isIsolated ? 'the page shows only frames that opt in' : 'nothing keeps the frame out',
      'Leave out "Cross-Origin-Embedder-Policy: require-corp" on the page with the checkout. In Chromium "Cross-Origin-Opener-Policy: same-origin" beside it is enough.',
    ),
    diagnosis(
      'frame',
      !code,
      code ? `the hosted page was not ready (${code})` : 'the hosted page was ready',
      'See what failed above. Otherwise "allowed_origins" do not name this page, or an extension or the network blocks it.',
    ),
  ];
}
