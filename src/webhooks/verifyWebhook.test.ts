import { createHmac } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { Webhook } from 'standardwebhooks';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { PaymentKitError } from '../errors/PaymentKitError.ts';
import { verifyWebhook } from './verifyWebhook.ts';
import type { WebhookHeaders } from './readWebhookHeader.ts';

const secret = `whsec_${btoa('a secret of the endpoint, 32 B..')}`;
const other = `whsec_${btoa('the secret of another endpoint..')}`;
const event = {
  id: 'evt_dev_a1b2c3d4e5f6g7h8',
  object: 'event',
  type: 'checkout_session.completed',
  created: 1_767_225_600,
  livemode: false,
  data: { object: { id: 'cs_dev_1', object: 'checkout_session' }, previous_attributes: {} },
};
const body = JSON.stringify(event);
const time = new Date('2026-01-01T00:00:00Z');
const now = (): number => time.getTime();

const hex = (text: string, key = secret): string =>
  createHmac('sha256', key).update(text).digest('hex');
const paymentkit = (text = body, key = secret) => ({ 'X-Webhook-Signature': hex(text, key) });

/** What the published package signs. */
const standard = (text = body, key = secret, at = time, id = event.id) => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(key).sign(id, at, text),
});

const refusal = async (verified: Promise<unknown>): Promise<string> => {
  const error: unknown = await verified.then(() => 'accepted').catch((reason: unknown) => reason);
  return error instanceof PaymentKitError ? error.code : String(error);
};

/** How each scheme signs, and what it is told to check. */
const schemes = [
  ['paymentkit', paymentkit, { scheme: 'paymentkit', now }],
  ['standard', standard, { scheme: 'standard', now }],
] as const;

describe.each(schemes)('the %s scheme', (scheme, sign, options) => {
  test('gives the event that was signed', async () => {
    expect(await verifyWebhook(body, sign(), secret, options)).toEqual(event);
  });

  test('takes the body as text, bytes, part of a buffer, or a buffer of another realm', async () => {
    const padded = Buffer.from(`xx${body}xx`);
    const bodies = [
      Buffer.from(body),
      padded.subarray(2, -2),
      new TextEncoder().encode(body).buffer,
      runInNewContext('Uint8Array.from(bytes).buffer', { bytes: [...Buffer.from(body)] }),
    ] as const;
    for (const raw of bodies) {
      expect(await verifyWebhook(raw as Uint8Array, sign(), secret, options)).toEqual(event);
    }
  });

  test('finds the headers of fetch and of Node, in any letter case', async () => {
    const signed = Object.entries(sign());
    const upper = Object.fromEntries(signed.map(([name, value]) => [name.toUpperCase(), value]));
    const lists = Object.fromEntries(signed.map(([name, value]) => [name, [value]]));
    const all: WebhookHeaders[] = [new Headers(sign()), upper, lists];
    for (const headers of all) {
      expect(await verifyWebhook(body, headers, secret, options)).toEqual(event);
    }
  });

  test('takes any of several secrets, so that one can take over from another', async () => {
    expect(await verifyWebhook(body, sign(), [other, secret], options)).toEqual(event);
    expect(await refusal(verifyWebhook(body, sign(), [other], options))).toBe('signature_mismatch');
  });

  test('refuses a body of which one byte is another, and a text that was written anew (threat 55)', async () => {
    for (const changed of [body.replace('cs_dev_1', 'cs_dev_2'), `${body} `, '']) {
      const verified = verifyWebhook(changed, sign(), secret, options);
      expect(await refusal(verified)).toBe('signature_mismatch');
    }
    expect(await verifyWebhook(` ${body}`, sign(` ${body}`), secret, options)).toEqual(event);
  });

  test('misses each of its headers when it is gone or empty', async () => {
    for (const name of Object.keys(sign())) {
      for (const value of ['', undefined]) {
        const verified = verifyWebhook(body, { ...sign(), [name]: value }, secret, options);
        expect(await refusal(verified)).toBe('signature_missing');
      }
    }
  });

  test('refuses a signature that is none (threat 52)', async () => {
    const name = Object.keys(sign()).at(-1) ?? '';
    const good = Object.values(sign()).at(-1) ?? '';
    for (const bad of [
      '0',
      'null',
      'undefined',
      'v1,',
      'v1',
      good.slice(0, -2),
      `x${good}`,
      good + good,
    ]) {
      const verified = verifyWebhook(body, { ...sign(), [name]: bad }, secret, options);
      expect(await refusal(verified), bad).toBe('signature_mismatch');
    }
  });

  test('is never satisfied by the headers of the other one, whole or mixed', async () => {
    const [, theirs] = schemes.find(([name]) => name !== scheme) ?? schemes[0];
    expect(await refusal(verifyWebhook(body, theirs(), secret, options))).toBe('signature_missing');
    const forged = Object.fromEntries(Object.entries(sign(body, other)));
    const both = { ...theirs(), ...forged };
    expect(await refusal(verifyWebhook(body, both, secret, options))).toBe('signature_mismatch');
    const rest = Object.keys(sign()).at(-1) ?? '';
    const stripped = { ...theirs(), ...sign(), [rest]: undefined };
    expect(await refusal(verifyWebhook(body, stripped, secret, options))).toBe('signature_missing');
  });

  test('a body that is signed and no event is refused', async () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{"id":1}',
      '{',
      JSON.stringify({ ...event, id: 1 }),
      JSON.stringify({ ...event, object: 'checkout_session' }),
      JSON.stringify({ ...event, type: undefined }),
      JSON.stringify({ ...event, data: null }),
      JSON.stringify({ ...event, data: { object: null } }),
      JSON.stringify({ ...event, data: { object: 'cs_dev_1' } }),
    ]) {
      const verified = verifyWebhook(text, sign(text), secret, options);
      expect(await refusal(verified), text).toBe('invalid_option');
    }
  });
});

test('a secret of sixteen characters is long enough', async () => {
  const short = 'whsec_1234567890';
  expect(await verifyWebhook(body, paymentkit(body, short), short)).toEqual(event);
});

test('without a choice the documented scheme is meant', async () => {
  expect(await verifyWebhook(body, paymentkit(), secret)).toEqual(event);
  expect(await refusal(verifyWebhook(body, standard(), secret))).toBe('signature_missing');
});

test('the vector that Standard Webhooks publishes is accepted', async () => {
  const text = '{"test": 2432232314}';
  const vector = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const options = { scheme: 'standard', now: () => 1_614_265_330_000 } as const;
  // Its body is none of our events: getting so far means that the signature holds.
  await expect(verifyWebhook(text, vector, key, options)).rejects.toThrow(
    'is signed, but is no event',
  );
  const changed = { ...vector, 'webhook-id': 'msg_1' };
  expect(await refusal(verifyWebhook(text, changed, key, options))).toBe('signature_mismatch');
});

test('one of several standard signatures is enough, and other kinds are passed over', async () => {
  const { 'webhook-signature': good, ...rest } = standard();
  const bad = standard(body, other)['webhook-signature'];
  const headers = { ...rest, 'webhook-signature': `v1a,${good.slice(3)} ${bad} v1,%% ${good}` };
  expect(await verifyWebhook(body, headers, secret, { scheme: 'standard', now })).toEqual(event);
  const none = { ...rest, 'webhook-signature': `v1a,${good.slice(3)} v2,${good.slice(3)}` };
  const verified = verifyWebhook(body, none, secret, { scheme: 'standard', now });
  expect(await refusal(verified)).toBe('signature_mismatch');
});

test('a documented signature is written one way: others of the same bytes are none', async () => {
  const good = hex(body);
  for (const bad of [
    good.toUpperCase(),
    `0x${good}`,
    ` ${good}`,
    `${good}\n`,
    `${good}g`,
    `${good}00`,
  ]) {
    const headers = { 'x-webhook-signature': bad };
    expect(await refusal(verifyWebhook(body, headers, secret)), bad).toBe('signature_mismatch');
  }
});

test('a documented signature that comes twice is none', async () => {
  const [good, forged] = [hex(body), hex(body, other)];
  for (const headers of [
    { 'X-Webhook-Signature': [good, forged] },
    { 'X-Webhook-Signature': [forged, good] },
    { 'X-Webhook-Signature': good, 'x-webhook-signature': good },
  ]) {
    expect(await refusal(verifyWebhook(body, headers, secret))).toBe('signature_mismatch');
  }
});

test('a time that is no whole number of seconds is out of range, even when it was signed', async () => {
  const seconds = String(now() / 1000);
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  for (const written of [
    `${seconds}.0`,
    '1.7672256e9',
    `+${seconds}`,
    ` ${seconds}`,
    '0x6955b900',
  ]) {
    const content = `${event.id}.${written}.${body}`;
    const headers = {
      'webhook-id': event.id,
      'webhook-timestamp': written,
      'webhook-signature': `v1,${createHmac('sha256', key).update(content).digest('base64')}`,
    };
    const verified = verifyWebhook(body, headers, secret, { scheme: 'standard', now });
    expect(await refusal(verified), written).toBe('timestamp_out_of_range');
  }
});

test('a signature with bytes cut off or added is none', async () => {
  const { 'webhook-signature': good, ...rest } = standard();
  const bytes = Buffer.from(good.slice(3), 'base64');
  for (const other of [bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.of(0)])]) {
    const headers = { ...rest, 'webhook-signature': `v1,${other.toString('base64')}` };
    const verified = verifyWebhook(body, headers, secret, { scheme: 'standard', now });
    expect(await refusal(verified)).toBe('signature_mismatch');
  }
});

test('a body that is signed and no UTF-8 is refused, not mended', async () => {
  const [start = '', end = ''] = body.split('cs_dev_1');
  const raw = Buffer.concat([Buffer.from(start), Buffer.of(0xff), Buffer.from(end)]);
  const signature = createHmac('sha256', secret).update(raw).digest('hex');
  const verified = verifyWebhook(raw, { 'X-Webhook-Signature': signature }, secret);
  expect(await refusal(verified)).toBe('invalid_option');
});

test.each([
  ['as old as is allowed', -300, undefined, 'accepted'],
  ['a second older', -301, undefined, 'timestamp_out_of_range'],
  ['as far in the future as is allowed', 300, undefined, 'accepted'],
  ['a second further', 301, undefined, 'timestamp_out_of_range'],
  ['within a tolerance of its own', -20, 20, 'accepted'],
  ['outside of it', -21, 20, 'timestamp_out_of_range'],
  ['of this very second, where none is allowed', 0, 0, 'accepted'],
  ['of the second before, where none is allowed', -1, 0, 'timestamp_out_of_range'],
])(
  'a standard delivery %s (%i s, tolerance %s) is %s (threat 54; fault 45)',
  async (_, seconds, toleranceSeconds, outcome) => {
    const signed = standard(body, secret, new Date(now() + seconds * 1000));
    const options = { scheme: 'standard', now, toleranceSeconds } as const;
    const verified = verifyWebhook(body, signed, secret, options).then(() => 'accepted');
    expect(await refusal(verified)).toBe(outcome);
  },
);

test('the time is part of what is signed, and must be one', async () => {
  const options = { scheme: 'standard', now } as const;
  const late = { ...standard(), 'webhook-timestamp': String(now() / 1000 + 1) };
  expect(await refusal(verifyWebhook(body, late, secret, options))).toBe('signature_mismatch');
  for (const at of ['1e9', '-1', ' 1', 'now', '9'.repeat(13)]) {
    const key = Buffer.from(secret.slice(6), 'base64');
    const mac = createHmac('sha256', key).update(`${event.id}.${at}.${body}`).digest('base64');
    const headers = { ...standard(), 'webhook-timestamp': at, 'webhook-signature': `v1,${mac}` };
    const verified = verifyWebhook(body, headers, secret, options);
    expect(await refusal(verified), at).toBe('timestamp_out_of_range');
  }
});

test.each<[string, readonly unknown[]]>([
  ['a parsed body', [event, paymentkit(), secret]],
  ['no body', [undefined, paymentkit(), secret]],
  ['no headers', [body, undefined, secret]],
  ['no headers at all', [body, null, secret]],
  ['one header in place of all', [body, hex(body), secret]],
  ['no secret', [body, paymentkit(), undefined]],
  ['an empty list of secrets', [body, paymentkit(), []]],
  ['a secret that the environment does not have', [body, paymentkit(), [undefined]]],
  ['a short secret', [body, paymentkit(body, 'whsec_123456789'), 'whsec_123456789']],
  ['a short secret beside a good one', [body, paymentkit(), [secret, 'x']]],
  [
    'a standard secret that is no base64',
    [body, standard(), 'whsec_%%%%%%%%%%%%', { scheme: 'standard' }],
  ],
  ['an unknown scheme', [body, paymentkit(), secret, { scheme: 'none' }]],
  ['a time in place of a clock', [body, standard(), secret, { scheme: 'standard', now: now() }]],
  ['a tolerance that is none', [body, standard(), secret, { toleranceSeconds: NaN }]],
])('%s is a mistake of the caller', async (_, parameters) => {
  const verify = verifyWebhook as (...all: readonly unknown[]) => Promise<unknown>;
  expect(await refusal(verify(...parameters))).toBe('invalid_option');
});

test.each<[string, 'TextEncoder' | 'crypto', unknown]>([
  ['none', 'crypto', undefined],
  ['that of an insecure context', 'crypto', { getRandomValues: vi.fn() }],
  ['no TextEncoder, as Jest’s jsdom', 'TextEncoder', undefined],
])('says so where there is no whole WebCrypto: %s', async (_, name, value) => {
  vi.stubGlobal(name, value);
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(await refusal(verifyWebhook(body, paymentkit(), secret))).toBe('insecure_context');
});

test('a body that was not waited for is told how to be read', async () => {
  const verified = verifyWebhook(Promise.resolve(body) as never, paymentkit(), secret);
  await expect(verified).rejects.toThrow('such as `await request.text()`');
});

test.each([
  ['bytes', (bytes: Uint8Array<ArrayBuffer>) => bytes],
  ['a buffer', (bytes: Uint8Array<ArrayBuffer>) => bytes.buffer],
])('what is judged is what came, whoever changes it meanwhile: %s', async (_, pass) => {
  const bytes = new TextEncoder().encode(body);
  const verified = verifyWebhook(pass(bytes), paymentkit(), secret);
  bytes.fill(32);
  expect(await verified).toEqual(event);
});

test('no error holds the secret or the signature', async () => {
  const wrong = [
    () => verifyWebhook(body, paymentkit(body, other), secret),
    () => verifyWebhook(body, {}, secret),
    () => verifyWebhook(body, standard(), secret, { scheme: 'standard' }),
  ];
  for (const verify of wrong) {
    const error = await verify().catch((reason: unknown) => reason as Error);
    const told = `${(error as Error).message} ${(error as Error).stack ?? ''}`;
    for (const word of [secret, hex(body), standard()['webhook-signature']]) {
      expect(told).not.toContain(word);
    }
  }
});
