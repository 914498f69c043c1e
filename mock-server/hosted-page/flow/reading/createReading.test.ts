// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { flowFixture, replyFixture } from '../../fixtures/flowFixture.ts';
import { lineFixture, sessionFixture } from '../../fixtures/sessionFixture.ts';
import type { Later } from '../Later.ts';
import { createReading } from './createReading.ts';

const dearer = sessionFixture({ line_items: [lineFixture({ unit_amount_atom: 5900 })] });

/** A page that has its form open, and reads its session once more. */
const reading = (...answers: ReturnType<typeof replyFixture>[]) => {
  const showClosed = vi.fn();
  const later = { showClosed } as Partial<Later> as Later;
  const fixture = flowFixture({ readSession: answers });
  const loader = { get: () => later, load: () => Promise.resolve(later) };
  return {
    ...fixture,
    loader,
    showClosed,
    reading: createReading(fixture.flow, loader, () => ({})),
  };
};

test('a total that has changed while the form stood open is said, and told to the shop', async () => {
  const { reading: page, state, sent } = reading(replyFixture(200, { ...dearer }));
  await page.refresh();
  expect(state().note).toEqual({ kind: 'changed', from: 4900, to: 5900 });
  expect(state().values.number).toBe('4242 4242 4242 4242');
  expect(sent).toMatchObject([{ t: 'h:change', amount_total_atom: 5900 }]);
});

test('the same total is no news', async () => {
  const { reading: page, state, sent } = reading(replyFixture(200, { ...sessionFixture() }));
  await page.refresh();
  expect([state().note, sent]).toEqual([undefined, []]);
});

test('an answer that comes after Pay was pressed changes nothing of what is paid', async () => {
  const { flow, reading: page, state } = reading(replyFixture(200, { ...dearer }));
  const read = page.refresh();
  flow.store.enter({ name: 'paying' });
  await read;
  expect(state().phase.name).toBe('paying');
  expect(state().session?.amount_total_atom).toBe(4900);
});

test('a read that fails leaves the open form as it is; at first it is said', async () => {
  const open = reading(replyFixture(0));
  await open.reading.refresh();
  expect(open.state().phase.name).toBe('form');
  const first = reading(replyFixture(503));
  await first.reading.load();
  expect(first.state().phase).toMatchObject({ name: 'failed', code: 'api_error' });
  expect(first.sent).toEqual([{ t: 'h:error', code: 'api_error', recoverable: true }]);
});

test('what the API calls its failure is no word of the protocol', async () => {
  for (const code of ['rate_limited', 'internal_error', '']) {
    const page = reading(replyFixture(503, { code }));
    await page.reading.load();
    expect(page.sent).toEqual([{ t: 'h:error', code: 'api_error', recoverable: true }]);
  }
});

test('a session that has ended meanwhile is shown as ended', async () => {
  const expired = sessionFixture({ state: 'expired' });
  const { reading: page, showClosed } = reading(replyFixture(200, { ...expired }));
  await page.refresh();
  expect(showClosed).toHaveBeenCalledWith(expired);
});

test('a session that nobody knows is told when its words have come, and as the network’s where they do not', async () => {
  const unknown = replyFixture(401, { code: 'token_rejected' });
  const known = reading(unknown);
  let arrive: (later: Later) => void = () => undefined;
  const words = new Promise<Later>((resolve) => (arrive = resolve));
  const load = vi.spyOn(known.loader, 'load').mockReturnValue(words);
  const read = known.reading.load();
  await vi.waitFor(() => {
    expect(load).toHaveBeenCalled();
  });
  expect(known.sent).toEqual([]);
  arrive(known.loader.get());
  await read;
  expect(known.sent).toEqual([{ t: 'h:error', code: 'token_rejected', recoverable: false }]);
  const cut = reading(unknown);
  cut.loader.load = () => Promise.reject(new Error('No network'));
  await cut.reading.load();
  expect(cut.sent).toEqual([{ t: 'h:error', code: 'network', recoverable: true }]);
});

test('Pay that is pressed while the looks of a second read come is not taken back', async () => {
  const { flow, reading: page, state } = reading(replyFixture(200, { ...sessionFixture() }));
  vi.spyOn(flow, 'dress').mockImplementation(() => {
    flow.store.enter({ name: 'paying' });
    return Promise.resolve();
  });
  await page.refresh();
  expect(state().phase.name).toBe('paying');
});
