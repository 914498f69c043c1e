import { expect, test } from 'vitest';
import { curlOf } from './curlOf.ts';

test('a request is a command that a shell reads as it was', () => {
  const headers = { 'content-type': 'application/json' };
  expect(curlOf('http://localhost:3000/hooks', headers, `{"name":"it's"}`)).toBe(
    `curl -X POST 'http://localhost:3000/hooks' \\
  -H 'content-type: application/json' \\
  -d '{"name":"it'\\''s"}'`,
  );
});
