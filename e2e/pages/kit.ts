import * as kit from 'paymentkit-js/testing';

declare global {
  interface Window {
    kit: typeof kit;
  }
}

window.kit = kit;
