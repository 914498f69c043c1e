import { expect, test } from 'vitest';
import { readPage } from './readPage.ts';

const { text } = readPage('docs/reference/errors.md');
const sections = text.split(/^## /m).slice(1);

test.each(sections.map((section) => [section.split('\n')[0], section]))(
  '%s says its cause and what to change, and shows how',
  (_, section) => {
    const parts = [...section.matchAll(/^(?:\*\*(\w+)\.\*\*|(```)\w+$)/gm)];
    expect(parts.map(([, name, fence]) => name ?? fence)).toEqual(['Cause', 'Fix', '```']);
  },
);
