import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { root } from '../root.ts';

const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly exports: Readonly<Record<string, unknown>>;
};

/** What an import for its effect alone puts into a bundle. */
async function bundleOf(entry: string, condition: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `import '${entry}';`, resolveDir: root },
    ...{ bundle: true, format: 'esm', conditions: [condition] },
    ...{ external: ['react'], write: false, logLevel: 'silent' },
  });
  return outputFiles[0]?.text.replace(/^\/\/.*$/gm, '').trim() ?? '';
}

const entries = Object.keys(exports)
  .filter((entry) => !entry.endsWith('.json'))
  .flatMap((entry) =>
    ['production', 'development'].map(
      (condition) => [path.posix.join('paymentkit-js', entry), condition] as const,
    ),
  );

test.each(entries)(
  'a bundler keeps of "import \'%s\'" (%s) what package.json says that it does',
  async (entry, condition) => {
    const bundle = await bundleOf(entry, condition);
    if (entry === 'paymentkit-js/element/define') expect(bundle).toContain('paymentkit-checkout');
    else expect(bundle).toBe('');
  },
);
