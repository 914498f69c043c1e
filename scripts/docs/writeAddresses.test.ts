import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PaymentKitError } from 'paymentkit-js';
import type { Application } from 'typedoc';
import { expect, onTestFinished, test } from 'vitest';
import { writeAddresses } from '../typedoc/writeAddresses.ts';

/** What the plugin writes for these pages, by the file of each: TypeDoc, as far as the plugin asks it. */
function write(pages: Readonly<Record<string, string>>): string {
  const outputDirectory = mkdtempSync(path.join(tmpdir(), 'paymentkit-site-'));
  onTestFinished(() => {
    rmSync(outputDirectory, { recursive: true });
  });
  const project = {
    getReflectionsByKind: () => Object.keys(pages),
    files: { getReflectionPath: (page: string) => page },
  };
  const app = {
    renderer: {
      router: { getFullUrl: (page: string) => pages[page] },
      on: (_event: string, listener: (made: object) => void) => {
        listener({ project, outputDirectory });
      },
    },
  };
  writeAddresses(app as unknown as Application);
  return outputDirectory;
}

test('the address of an error leads to its section of the reference, and each page has such an address', () => {
  const site = write({
    '/x/docs/reference/errors.md': 'documents/Errors.html',
    '/x/docs/guides/errors.md': 'documents/Errors_and_what_to_do.html',
    '/x/docs/guides/testing.md': 'documents/Testing_with_the_mock_server.html',
    '/x/docs/decisions/README.md': 'documents/Decisions.html',
  });
  const read = (name: string): string => readFileSync(path.join(site, name, 'index.html'), 'utf8');
  const { pathname, hash } = new URL(new PaymentKitError('network').docUrl);
  expect([path.dirname(pathname), hash]).toEqual(['/paymentkit-js', '#network']);
  expect(read(path.basename(pathname))).toContain(
    "location.replace('../documents/Errors.html' + location.hash)",
  );
  expect(read('testing')).toContain('href="../documents/Testing_with_the_mock_server.html"');
  expect(existsSync(path.join(site, 'README'))).toBe(false);
});
