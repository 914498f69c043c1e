import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';

/** Those that tell React's servers that what they give runs in a browser. */
const withDirective = listFiles('dist').filter(
  (file) =>
    file.endsWith('.js') && readFileSync(path.join(root, file), 'utf8').startsWith("'use client'"),
);

test("React's servers know the components by their entry, and a bundler has one module to warn of", () => {
  expect(withDirective.sort()).toEqual(['dist/development/react.js', 'dist/react.js']);
});
