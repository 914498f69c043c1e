import { expect, test } from 'vitest';
import { warning } from './warning.ts';

test.each(['0.0.0.0', '::', '192.168.0.7'])('%s lets others in, which is said', (host) => {
  expect(warning(host)).toContain(`other machines can reach this server at ${host}`);
});

test.each(['127.0.0.1', '::1', 'localhost'])('%s needs no warning', (host) => {
  expect(warning(host)).toBe('');
});
