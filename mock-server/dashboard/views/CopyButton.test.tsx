// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { eventually } from '../fixtures/eventually.ts';
import { accountFixture, answerFixture } from '../fixtures/accountFixture.tsx';
import { CopyButton } from './CopyButton.tsx';

const copyWith = async (clipboard: unknown): Promise<string> => {
  vi.stubGlobal('navigator', { clipboard });
  const { draw, button, text } = accountFixture(() => answerFixture());
  draw(<CopyButton text="cst_1" what="secure token" />);
  button('Copy').click();
  await eventually(() => {
    expect(text()).not.toBe('Copy secure token');
  });
  return text();
};

test('what was copied is said once it was', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  expect(await copyWith({ writeText })).toBe('Copied secure tokenCopied secure token');
  expect(writeText).toHaveBeenCalledWith('cst_1');
});

test('a browser without a clipboard, and one that refuses it, are told apart from success', async () => {
  const refused = { writeText: () => Promise.reject(new Error('denied')) };
  expect(await copyWith(undefined)).toContain('Not copied secure token');
  expect(await copyWith(refused)).toContain('Not copied secure token');
});
