import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What of Playwright's list of disabled features stays disabled: storage partitioning is not in it. */
const disabledFeatures = [
  'AcceptCHFrame',
  'AimEnabled',
  'AutoDeElevate',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'Translate',
  // The address bar's suggestions are two pages of their own in every window that nobody sees: a third of the time.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

/**
 * How the browser is started. Playwright switches off what breaks checkouts in the field (the
 * back-forward cache, storage partitioning, popup blocking, message flooding protection); here all of
 * it stays on, and `chromium.e2e.ts` holds that true.
 */
export function chromium() {
  const found = process.env['CHROMIUM_PATH'] ?? usualPlaces.find((place) => existsSync(place));
  return {
    ...(found === undefined ? {} : { executablePath: found }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      // The last switch of a name wins over Playwright's own, which names storage partitioning.
      `--disable-features=${disabledFeatures.join(',')}`,
    ],
    ignoreDefaultArgs: [
      '--disable-back-forward-cache',
      '--disable-popup-blocking',
      '--disable-ipc-flooding-protection',
    ],
  };
}
