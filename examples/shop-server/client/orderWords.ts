import type { OrderView } from './shopApi.ts';

export interface OrderWords {
  readonly heading: string;
  readonly message: string;
}

/** What a shopper reads after the checkout: what happened, then the money, then what to do. */
export const orderWords: Readonly<
  Record<OrderView['state'] | 'unknown' | 'unreachable', OrderWords>
> = {
  paid: {
    heading: 'Thank you, your order is paid',
    message:
      'The shop has checked the payment with PaymentKit. We are getting everything ready for you.',
  },
  processing: {
    heading: 'Your payment is being processed',
    message:
      'Your bank has not answered yet. This can take a minute. Please do not pay again: ' +
      'we are told as soon as it is done.',
  },
  open: {
    heading: 'Your order is not paid yet',
    message:
      'You have not been charged. Your order is kept, and you can pay for it whenever you like.',
  },
  expired: {
    heading: 'This checkout has expired',
    message: 'You have not been charged. Go back to the shop to start again.',
  },
  review: {
    heading: 'We are looking into your payment',
    message:
      'The payment does not match your order, so a person looks at it first. ' +
      'Please do not pay again: we will write to you.',
  },
  unknown: {
    heading: 'There is no order to show here',
    message:
      'An order is only shown in the browser that placed it, and only if that keeps our cookie. ' +
      'If you have paid, nothing is lost: look there, and please do not pay again.',
  },
  unreachable: {
    heading: 'Your payment could not be checked',
    message:
      'The connection was lost on the way. If you have paid, nothing is lost. ' +
      'Please do not pay again before this page could check.',
  },
};
