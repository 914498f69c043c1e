// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { render } from 'preact';
import { turn } from '../fixtures/turn.ts';
import { OpenAccountForm } from './OpenAccountForm.tsx';

/** Types an id and presses Enter. Returns which accounts were opened. */
const open = async (id: string): Promise<readonly string[]> => {
  const opened: string[] = [];
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(<OpenAccountForm onOpen={(one) => void opened.push(one)} />, root);
  const field = document.querySelector('input');
  if (!field) throw new Error('There is no field.');
  field.value = id;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await turn();
  document.querySelector('form')?.requestSubmit();
  await turn();
  return opened;
};

test('an account is opened by its id, and by nothing else', async () => {
  expect(await open(' acc_new-1 ')).toEqual(['acc_new-1']);
});

test.each(['', 'a b', '../etc', 'checkout', 'a'.repeat(65)])(
  '%j is refused at the field, which has the focus',
  async (id) => {
    expect(await open(id)).toEqual([]);
    expect(document.querySelector('[role=alert]')?.textContent).toContain('1 to 64 letters');
    expect(document.activeElement?.id).toBe('account-id');
  },
);
