// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Reply } from '../page-parts/requestReply.ts';
import { eventually } from './fixtures/eventually.ts';
import { accountFixture, answerFixture } from './fixtures/accountFixture.tsx';
import { useLoaded } from './useLoaded.ts';

const gone: Reply = { status: 0, code: 'network', body: {}, retryAfter: undefined };
const refused: Reply = { status: 500, code: 'internal_error', body: {}, retryAfter: undefined };

const Shown = () => {
  const { value, trouble } = useLoaded<{ readonly name: string }>('/one', ['event']);
  return <p>{trouble ? trouble.detail : (value?.name ?? 'nothing yet')}</p>;
};

const draw = async (...answers: Reply[]) => {
  const fixture = accountFixture(() => answers.shift() ?? gone);
  fixture.draw(<Shown />);
  await eventually(() => {
    expect(fixture.text()).toBe('first');
  });
  const becomes = (text: string, requests: number) =>
    eventually(() => {
      expect([fixture.text(), fixture.asked.length]).toEqual([text, requests]);
    });
  return { ...fixture, becomes };
};
const named = (name: string): Reply => answerFixture({ name });

test('what is shown is read again when something of its kind changes, and when anything may have', async () => {
  const { change, becomes } = await draw(named('first'), named('second'), named('third'));
  change('clock');
  change('event');
  await becomes('second', 2);
  change();
  await becomes('third', 3);
});

test('a server that is away leaves what was there; one that refuses does not', async () => {
  const { change, becomes } = await draw(named('first'), gone, refused);
  change('event');
  await becomes('first', 2);
  change('event');
  await becomes('The mock server answered with 500.', 3);
});
