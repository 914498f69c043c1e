import { connectMerchantPage } from 'paymentkit-js/hosted';
import { openPage } from './openPage.ts';

const prefix = '/checkout/';
const { pathname } = location;

// At top level the page's address holds the token; in a frame the merchant's page hands it over.
const token = pathname.startsWith(prefix)
  ? decodeURIComponent(pathname.slice(prefix.length))
  : undefined;

// In a sandbox without an origin of its own the page's script is another site's and never comes: nobody is greeted.
if (origin !== 'null') openPage(connectMerchantPage, token);
