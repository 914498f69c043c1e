// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestAtOnce } from '../session/fixtures/digestAtOnce.ts';
import type { FakeFrame } from '../testing/fakes/createFakeFrame.ts';
import type { FakePage } from '../testing/fakes/createFakePlatform.ts';
import { host, session, token } from '../testing/session.ts';
import { createFakePage } from '../testing/fixtures/createFakePage.ts';
import { diagnoseCheckoutOn, type DiagnoseOptions } from './diagnoseCheckout.ts';
import type { DiagnosePlatform } from './DiagnosePlatform.ts';
import type { Diagnosis } from './Diagnosis.ts';

interface World {
  readonly fake: FakePage;
  readonly platform: DiagnosePlatform;
  /** Whether the page's policy keeps payments from its frames; `undefined` where the browser does not tell. */
  forbids: boolean | undefined;
  /** What the hosted page does in its frame. */
  page: 'ready' | 'silent' | 'blocked' | 'kept out' | 'too new';
}

const refusalOf = (origin: string): Pick<Report, 'body'> => ({
  body: { toJSON: () => ({ type: 'navigation', blockedURL: `${origin}/embed/1?locale=en` }) },
});

/** Tells of a frame of somebody else's, and then of ours. */
class FakeReportingObserver {
  static observers: FakeReportingObserver[] = [];
  readonly hear: (reports: readonly Pick<Report, 'body'>[]) => void;
  constructor(hear: FakeReportingObserver['hear'], { types }: { readonly types: string[] }) {
    this.hear = hear;
    if (types.includes('coep')) FakeReportingObserver.observers.push(this);
  }
  observe(): void {
    this.hear([{ body: null }, refusalOf(`${host}.evil.example`)]);
  }
  disconnect(): void {
    FakeReportingObserver.observers = FakeReportingObserver.observers.filter((one) => one !== this);
  }
}

const violate = (
  { fake }: World,
  effectiveDirective: string,
  blockedURI: string = host,
  disposition = 'enforce',
): void =>
  fake.documentEvents.dispatch('securitypolicyviolation', {
    effectiveDirective,
    blockedURI,
    disposition,
  });

/** What the hosted page, or the browser in its place, does once the frame is in the page. */
async function load(world: World, frame: FakeFrame): Promise<void> {
  const { fake, page, forbids } = world;
  // Nobody sees it: nothing in it may take the focus.
  expect(frame.element.closest<HTMLElement>('body > div')?.inert).toBe(true);
  if (forbids !== undefined) {
    Object.assign(frame.element, { featurePolicy: { allowsFeature: () => !forbids } });
  }
  if (page === 'ready') frame.load().send({ t: 'h:ready', title: 'Pay' });
  else if (page === 'blocked') violate(world, 'frame-src');
  else if (page === 'kept out') {
    const [observer] = FakeReportingObserver.observers;
    observer?.hear([refusalOf(host)]);
  } else if (page === 'silent') await fake.clock.advance(10_000);
  else {
    const n = /[#&]n=([^&]*)/.exec(frame.element.getAttribute('src') ?? '')?.[1];
    const data = { pk: 1, t: 'h:hello', n, v: { min: 9, max: 9 } };
    const event = { isTrusted: true, source: frame.window, origin: host, data, ports: [] };
    fake.window.dispatch('message', event);
  }
}

/** Diagnoses a page on which one thing is arranged, while the frame does what the world says. */
async function diagnose(
  arrange: (world: World) => void,
  options: Partial<DiagnoseOptions> = {},
): Promise<{ readonly found: readonly Diagnosis[]; readonly fake: FakePage }> {
  const fake = createFakePage();
  fake.answer = () => fake.json(session());
  const platform = Object.assign(fake.platform, { isSecureContext: true }) as DiagnosePlatform;
  const world: World = { fake, platform, page: 'ready', forbids: false };
  arrange(world);
  const over = new AbortController();
  const found = diagnoseCheckoutOn(platform, { secureToken: token, host, ...options }).finally(() =>
    over.abort(),
  );
  const loaded = new Set<FakeFrame>();
  for (let round = 0; round < 200 && !over.signal.aborted; round++) {
    await fake.clock.advance(10);
    const frame = fake.frames.at(-1);
    if (!frame?.element.isConnected || loaded.has(frame)) continue;
    loaded.add(frame);
    await load(world, frame);
  }
  return { found: await found, fake };
}

beforeEach(digestAtOnce);

afterEach(() => {
  expect(document.body.childElementCount).toBe(0);
  expect(FakeReportingObserver.observers).toEqual([]);
});

test('a page on which all is well has nothing to fix, and nothing is left behind', async () => {
  const { found, fake } = await diagnose(() => undefined);
  expect(found.filter(({ ok }) => !ok)).toEqual([]);
  expect(found.map(({ check }) => check)).toEqual([
    'secure_context',
    'storage',
    'token',
    'api',
    'connect_src',
    'origin',
    'session',
    'clock',
    'permissions_policy',
    'frame_src',
    'versions',
    'isolation',
    'frame',
  ]);
  expect(fake.documentEvents.count('securitypolicyviolation')).toBe(0);
  expect(fake.visits).toEqual([]);
});

test('a token that never comes is found, and waited for no longer than for the page', async () => {
  const secureToken = (): Promise<string> => new Promise(() => undefined);
  const { found } = await diagnose(() => undefined, { secureToken, timeoutMs: 1000 });
  expect(found.find(({ check }) => check === 'token')).toMatchObject({
    ok: false,
    detail: expect.stringContaining('no answer in time') as string,
  });
});

test.each(['completed', 'expired'] as const)(
  'a session found %s beside the frame ends the wait',
  async (state) => {
    const { found } = await diagnose(({ fake }) => {
      let reads = 0;
      fake.answer = () => (reads++ ? fake.json(session({ state })) : fake.json({}, 500));
    });
    const detail = `the hosted page was not ready (session_${state})`;
    expect(found.at(-1)).toMatchObject({ check: 'frame', ok: false, detail });
  },
);

const refuse =
  (code: string, status: number) =>
  ({ fake }: World): void => {
    fake.answer = () => fake.json({ code }, status);
  };

const say =
  (changes: Parameters<typeof session>[0]) =>
  ({ fake }: World): void => {
    fake.answer = () => fake.json(session(changes));
  };

const set = (changes: Partial<DiagnosePlatform>): ((world: World) => void) => {
  return ({ platform }) =>
    Object.defineProperties(platform, Object.getOwnPropertyDescriptors(changes));
};

test.each<[string, string, (world: World) => void, string]>([
  ['a page that is not secure', 'secure_context', set({ isSecureContext: false }), 'https'],
  [
    'a page that is a file',
    'secure_context',
    ({ fake }) => {
      fake.href = 'file:///shop/index.html';
    },
    'https',
  ],
  [
    'storage that the browser refuses',
    'storage',
    ({ platform }) =>
      Object.defineProperty(platform, 'sessionStorage', {
        get: () => {
          throw new DOMException('Denied', 'SecurityError');
        },
      }),
    'secureToken',
  ],
  ['a token that nobody knows', 'token', refuse('token_rejected', 401), 'secure_token'],
  [
    'an API that does not answer',
    'api',
    ({ fake }) => {
      fake.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    },
    '"host"',
  ],
  [
    'a policy that forbids the request',
    'connect_src',
    (world) => {
      world.fake.answer = () => {
        violate(world, 'connect-src');
        return Promise.reject(new TypeError('Failed to fetch'));
      };
    },
    'connect-src',
  ],
  [
    'an origin that the session does not name',
    'origin',
    refuse('origin_not_allowed', 403),
    'allowed_origins',
  ],
  ['a session that is paid', 'session', say({ state: 'completed' }), 'show the order'],
  ['a session that has expired', 'session', say({ state: 'expired' }), 'new session'],
  ['a clock that is wrong', 'clock', say({ server_time: '2026-01-01T01:00:00Z' }), 'clock'],
  [
    'payments that the page forbids in frames',
    'permissions_policy',
    (world) => {
      world.forbids = true;
    },
    'Permissions-Policy',
  ],
  [
    'a policy that forbids the frame',
    'frame_src',
    (world) => {
      world.page = 'blocked';
    },
    'frame-src',
  ],
  [
    'a hosted page of another version',
    'versions',
    (world) => {
      world.page = 'too new';
    },
    'Update paymentkit-js',
  ],
  [
    'a page in the frame that says nothing',
    'frame',
    (world) => {
      world.page = 'silent';
    },
    'allowed_origins',
  ],
  [
    'a page that is isolated',
    'isolation',
    (world) => {
      world.page = 'silent';
      set({ crossOriginIsolated: true })(world);
    },
    'Cross-Origin-Embedder-Policy',
  ],
  [
    'a frame that the browser says it keeps out',
    'isolation',
    (world) => {
      world.page = 'kept out';
      set({ ReportingObserver: FakeReportingObserver })(world);
    },
    'Cross-Origin-Opener-Policy',
  ],
])('%s is found', async (_, check, arrange, fix) => {
  const { found } = await diagnose(arrange);
  const wrong = found.find((one) => one.check === check);
  expect(wrong).toMatchObject({ ok: false });
  expect(wrong?.fix).toContain(fix);
  expect(wrong?.docUrl).toMatch(/paymentkit-js\/errors#\w+$/);
  expect(JSON.stringify(found)).not.toContain(token);
});

/** The device's clock is this many milliseconds before or after the API's. */
const skew = (milliseconds: number): ((world: World) => void) =>
  set({ Date: { now: () => Date.parse('2026-01-01T00:00:00Z') + milliseconds } });

test.each([
  ['within five minutes behind', -300_000, true],
  ['more than that behind', -300_001, false],
  ['within five minutes ahead', 300_000, true],
  ['more than that ahead', 300_001, false],
])('a clock that is %s', async (_, milliseconds, ok) => {
  const { found } = await diagnose(skew(milliseconds));
  expect(found.find(({ check }) => check === 'clock')).toMatchObject({
    ok,
    detail: `this device is 300 s ${milliseconds < 0 ? 'behind' : 'ahead of'} the API`,
  });
});

test.each<[string, (world: World) => void]>([
  [
    'a policy that forbids something else, or only reports,',
    (world) => {
      world.fake.answer = () => {
        violate(world, 'connect-src', `${host}.evil.example/collect`);
        violate(world, 'img-src');
        violate(world, 'connect-src', host, 'report');
        return world.fake.json(session());
      };
    },
  ],
  ['an isolated page that shows the frame', set({ crossOriginIsolated: true })],
  [
    'a browser that keeps out a frame of somebody else',
    set({ ReportingObserver: FakeReportingObserver }),
  ],
  [
    'a browser that does not tell what a frame may do',
    (world) => {
      world.forbids = undefined;
    },
  ],
])('%s has nothing to fix', async (_, arrange) => {
  const { found } = await diagnose(arrange);
  expect(found.filter(({ ok }) => !ok)).toEqual([]);
});

test('a page in the frame that says nothing is not taken for one that is kept out', async () => {
  const { found } = await diagnose((world) => {
    world.page = 'silent';
  });
  expect(found.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['frame']);
});

test.each<[string, (world: World) => void, string]>([
  ['without a secure page', set({ isSecureContext: false }), 'this page is'],
  ['for an unknown token', refuse('token_rejected', 401), 'does not know the token'],
  ['where the page is not allowed', refuse('origin_not_allowed', 403), 'this page is'],
  ['for a paid session', say({ state: 'completed' }), 'is completed'],
  ['for an expired session', say({ state: 'expired' }), 'is expired'],
])('%s no frame is tried, and what was found is told', async (_, arrange, detail) => {
  const { found, fake } = await diagnose(arrange);
  expect(found.find(({ ok }) => !ok)?.detail).toContain(detail);
  expect(fake.frames).toEqual([]);
});

test('an option that is no token is told as it is, and nothing is tried', async () => {
  const { found, fake } = await diagnose(() => undefined, { secureToken: 'cs_an_id' });
  expect(found.at(-1)).toMatchObject({ check: 'token', ok: false });
  expect(found.at(-1)?.detail).toContain('the id of a session');
  expect([fake.requests, fake.frames]).toEqual([[], []]);
});
