import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findHeadlessShell } from './findHeadlessShell.ts';

test('it is taken from PATH, and not at all where it is missing or a browser is named', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shell '));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const PATH = ['/nowhere', folder].join(path.delimiter);
  expect(findHeadlessShell({ PATH })).toBe('');
  const file = path.join(folder, 'chromium-headless-shell');
  writeFileSync(file, '');
  expect(findHeadlessShell({ PATH })).toBe(file);
  expect(findHeadlessShell({ PATH, CHROMIUM_PATH: '/usr/bin/a-browser' })).toBe('');
});
