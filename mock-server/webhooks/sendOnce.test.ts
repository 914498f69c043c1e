import { expect, test } from 'vitest';
import { RefusedReceiver, sendOnce, type SendWebhook } from './sendOnce.ts';

const redirected = 'It answered with a redirect, which is not followed.';
const answers = (status: number) => (): ReturnType<SendWebhook> => Promise.resolve({ status });
const fails = (error: Error) => (): ReturnType<SendWebhook> => Promise.reject(error);
const hangs: SendWebhook = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('Cut off.'));
    });
  });

test.each([
  [204, { ok: true, error: null, retry: false }],
  [302, { ok: false, error: redirected, retry: false }],
  [404, { ok: false, error: null, retry: false }],
  [499, { ok: false, error: null, retry: false }],
  [500, { ok: false, error: null, retry: true }],
])('an answer of %i counts as %j', async (status, outcome) => {
  expect(await once(answers(status))).toMatchObject({ status, ...outcome });
});

test.each([
  ['a redirect as a browser shows it', answers(0), redirected, false],
  ['no answer', fails(new Error('No way.')), 'No answer: No way.', true],
  ['no answer in time', hangs, 'No answer within 0.02 s.', true],
  ['a receiver that is refused', fails(new RefusedReceiver('Not there.')), 'Not there.', false],
])('%s has no status', async (_name, send, error, retry) => {
  expect(await once(send)).toMatchObject({ ok: false, status: null, error, retry });
});

function once(send: SendWebhook) {
  const makeRequest = (signal: AbortSignal) => new Request('http://localhost/', { signal });
  return sendOnce(send, makeRequest, { timeout: 20, stop: new AbortController().signal });
}
