import { html } from '../page-parts/html.ts';
import { dashboardAssets } from './generated/dashboardAssets.ts';

const assetPath = (extension: string): string => {
  const path = Object.keys(dashboardAssets).find((key) => key.endsWith(`.${extension}`));
  if (path !== undefined) return path;
  throw new Error(`Failed to find the dashboard's ${extension}: run "npm run build".`);
};

/** A card, to be found among many tabs. */
const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect y='2' width='16' height='12' rx='3' fill='%231f57d6'/><path d='M0 5h16v3H0z' fill='%23fff'/></svg>";

/** The document of the dashboard. It holds nothing of any account: the script reads the control plane. */
export const renderDashboard = ({ accountId }: { accountId: string | undefined }): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${accountId === undefined ? 'Accounts' : accountId} · PaymentKit mock server</title>
        <link rel="icon" href="${icon}" />
        <link rel="stylesheet" href="${assetPath('css')}" />
        <script type="module" src="${assetPath('js')}"></script>
      </head>
      <body>
        <div id="dashboard">
          <noscript>
            <p>The dashboard needs JavaScript. The API does not: see /_mock.</p>
          </noscript>
        </div>
      </body>
    </html> `.html;
