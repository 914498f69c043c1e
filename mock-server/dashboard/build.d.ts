/** The version of PaymentKit.js that this was built beside. */
declare const __VERSION__: string;
