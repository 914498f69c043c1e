import { diagnoseCheckout } from 'paymentkit-js/diagnose';

declare global {
  interface Window {
    diagnoseCheckout: typeof diagnoseCheckout;
  }
}

window.diagnoseCheckout = diagnoseCheckout;
