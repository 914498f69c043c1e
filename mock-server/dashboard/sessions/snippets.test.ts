import { expect, test } from 'vitest';
import { snippets } from './snippets.ts';

test.each(['Script tag', 'npm', 'React'])(
  'the code for %s names this session and its host',
  (way) => {
    const session = { url: 'http://localhost:4242/checkout/cst_abc', secure_token: 'cst_abc' };
    const code = new Map(snippets(session, '1.2.3')).get(way);
    expect(code).toContain('cst_abc');
    expect(code).toContain('http://localhost:4242');
  },
);
