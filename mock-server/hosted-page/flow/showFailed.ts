import type { Flow } from './Flow.ts';

/** The checkout cannot be shown. Only a wrong token is beyond a second try. */
export const showFailed = ({ store, send }: Flow, code: string): void => {
  if (!store.enter({ name: 'failed', code, retrying: false })) return;
  send({ t: 'h:error', code, recoverable: code !== 'token_rejected' });
};
