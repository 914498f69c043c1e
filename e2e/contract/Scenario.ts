/** What a shopper, a bank, a network or the merchant does. */
export type Step =
  | 'complete'
  | 'complete at the new price'
  | 'decline'
  | 'challenge'
  | 'fail the challenge'
  | 'give up the challenge'
  | 'pass the challenge on a phone'
  | 'delay'
  | 'answer at last'
  | 'ask for more'
  | 'agree to it'
  | 'apply a code'
  | 'remove the code'
  | 'change the order'
  | 'refresh'
  | 'cancel'
  | 'expire'
  | 'fail to load'
  | 'go offline'
  | 'go online'
  | 'reload'
  | 'begin again';

/** One story, and what the merchant's page sees of it. */
export interface Scenario {
  readonly name: string;
  /** Before the checkout is mounted. */
  readonly before?: readonly Step[];
  readonly steps: readonly Step[];
  /** Every event in order, with its code; heights change and are left out. */
  readonly events: readonly string[];
  readonly phase: string;
  /** How `result` ended, or that it did not. */
  readonly result: string;
}
