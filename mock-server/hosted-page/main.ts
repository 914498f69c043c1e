import { connectMerchantPage } from 'paymentkit-js/hosted';
import { startPage } from './startPage.ts';

const prefix = '/checkout/';
const { pathname } = location;

// At top level the page's address holds the token; in a frame the merchant's page hands it over.
const token = pathname.startsWith(prefix)
  ? decodeURIComponent(pathname.slice(prefix.length))
  : undefined;

startPage({ connect: connectMerchantPage, token });
