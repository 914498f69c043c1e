import { expect, test } from 'vitest';
import { asPayment, asProblem } from '../harness/asProblem.ts';
import { card, createWorld } from '../harness/createWorld.ts';
import { describeTransports } from '../harness/describeTransports.ts';

async function handleOf(token: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function directives(headers: Headers): Map<string, string> {
  const policy = headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map((directive): [string, string] => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describeTransports('the pages', (transport) => {
  const get = async (path: string, headers: Record<string, string> = {}) =>
    createWorld(transport).send('GET', path, { headers });

  test('the checkout page may be shown in no frame, and keeps a popup’s opener', async () => {
    const { secure_token: token } = await createWorld(transport).create();
    const reply = await get(`/checkout/${token}`);
    expect(reply.status).toBe(200);
    expect(directives(reply.headers).get('frame-ancestors')).toBe("'none'");
    expect(reply.headers.get('x-frame-options')).toBe('DENY');
    expect(reply.headers.get('x-robots-tag')).toBe('noindex');
    expect(reply.text).not.toContain(token);
  });

  test('the embedded page may be shown by the session’s origins', async () => {
    const world = createWorld(transport);
    const session = await world.create({ allowed_origins: ['http://localhost:4243'] });
    const reply = await get(`/embed/${await handleOf(session.secure_token)}`);
    expect(reply.status).toBe(200);
    expect(directives(reply.headers).get('frame-ancestors')).toBe(
      'http://localhost:4243 https://shop.example',
    );
    expect(reply.headers.has('x-frame-options')).toBe(false);
    expect(reply.text).toContain('http://localhost:4243');
    for (const secret of [session.secure_token, session.id, 'Premium print kit']) {
      expect(reply.text).not.toContain(secret);
    }
  });

  test.each([
    ['/checkout/cst_none', 'text/html'],
    [`/embed/${'A'.repeat(43)}`, 'text/html'],
    ['/checkout/challenge/none', 'text/html'],
  ])('%s is a page that says there is none, in no frame', async (path, type) => {
    const reply = await get(path);
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toContain(type);
    expect(directives(reply.headers).get('frame-ancestors')).toBe("'none'");
  });

  test('a handle authorises nothing', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const reply = await world.browser('GET', '', await handleOf(token));
    expect([reply.status, asProblem(reply).code]).toEqual([401, 'token_rejected']);
    expect((await get(`/checkout/${await handleOf(token)}`)).status).toBe(404);
  });

  test('every document has the headers that keep it safe, and none that harms localhost', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const payment = asPayment(await world.pay(token, { payment_method: card('4000000000003220') }));
    const challenge = new URL(payment.next_action?.url ?? '').pathname;
    for (const path of [
      `/checkout/${token}`,
      `/embed/${await handleOf(token)}`,
      challenge,
      '/checkout/x',
    ]) {
      const { headers } = await get(path);
      const policy = directives(headers);
      expect(
        Object.fromEntries([...policy].filter(([name]) => name !== 'frame-ancestors')),
      ).toEqual({
        'default-src': "'none'",
        // The opening of the checkout stands in its document; nothing else may.
        'script-src': expect.stringMatching(
          /^\/(checkout\/cst_|embed\/)/.test(path) ? /^'self' 'sha256-[\w+/]{43}='$/ : /^'self'$/,
        ) as unknown,
        'style-src': "'self'",
        'img-src': "'self' data: https:",
        'connect-src': "'self'",
        'frame-src': "'self'",
        'form-action': "'self'",
        'base-uri': "'none'",
        'require-trusted-types-for': "'script'",
        'trusted-types': "'none'",
      });
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('strict-origin');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('payment=(self)');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(headers.get('origin-agent-cluster')).toBe('?1');
      expect(headers.get('x-request-id')).toMatch(/^req_dev_/);
      for (const name of [
        'strict-transport-security',
        'cross-origin-opener-policy',
        'reporting-endpoints',
        'set-cookie',
        'access-control-allow-origin',
      ]) {
        expect(headers.has(name)).toBe(false);
      }
    }
  });

  test('the challenge page shows what is paid, within this server and the session’s origins', async () => {
    const world = createWorld(transport);
    const { secure_token: token } = await world.create();
    const payment = asPayment(await world.pay(token, { payment_method: card('4000000000003220') }));
    const path = new URL(payment.next_action?.url ?? '').pathname;
    const reply = await get(path);
    expect(reply.status).toBe(200);
    expect(directives(reply.headers).get('frame-ancestors')).toBe("'self' https://shop.example");
    for (const text of ['Alder Press', '$49.00', '3220']) expect(reply.text).toContain(text);
    expect(reply.text).toContain('name="outcome"');
    await world.advance('10m');
    expect((await get(path)).text).not.toContain('name="outcome"');
  });

  test('a page speaks the language that is asked for, else the browser’s, else English', async () => {
    const { secure_token: token } = await createWorld(transport).create();
    const language = async (query: string, headers = {}) =>
      /<html[^>]* lang="(\w+)"/.exec((await get(`/checkout/${token}${query}`, headers)).text)?.[1];
    expect(await language('?locale=de')).toBe('de');
    expect(await language('', { 'accept-language': 'de-AT,en;q=0.8' })).toBe('de');
    expect(await language('?locale=en', { 'accept-language': 'de' })).toBe('en');
    expect(await language('', { 'accept-language': 'xx' })).toBe('en');
  });

  test('the files a page names are there, and never change', async () => {
    const { secure_token: token } = await createWorld(transport).create();
    const { text } = await get(`/checkout/${token}`);
    const files = [...text.matchAll(/"(\/assets\/[\w./-]+)"/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      const reply = await get(file);
      expect([file, reply.status]).toEqual([file, 200]);
      expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
      expect(reply.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    for (const path of ['/assets/none.js', '/assets/__proto__', '/assets/..%2fcli.ts']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});
