// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import { Breakable } from './Breakable.tsx';

const partsOf = (text: string): readonly string[] => {
  const root = document.createElement('p');
  render(<Breakable text={text} />, root);
  expect(root.textContent).toBe(text);
  return root.innerHTML.split('<wbr aria-hidden="true">');
};

test.each([
  ['checkout_session.completed', ['checkout_', 'session.', 'completed']],
  ['jun.tanaka@example.com', ['jun.', 'tanaka@', 'example.', 'com']],
  ['http://127.0.0.1/a', ['http://', '127.', '0.', '0.', '1/', 'a']],
  ['Jane Smith', ['Jane Smith']],
  ['Signed, J.', ['Signed, J.']],
])('%s may break at its joints, and is copied as it was', (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});
