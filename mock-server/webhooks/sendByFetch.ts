import type { SendWebhook } from './sendOnce.ts';

/** Sends by `fetch`: under MSW a handler of the test receives it, and no network is needed. */
export const sendByFetch: SendWebhook = async (request) => {
  const response = await fetch(request);
  await response.body?.cancel();
  return response;
};
