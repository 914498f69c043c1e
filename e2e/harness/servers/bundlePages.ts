import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

const stylesheet = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #14171c; background: #fff; }
main { max-width: 560px; margin: 0 auto; padding: 24px; }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; } body { color: #e8eaee; background: #14171c; } }
`;

/** Bundles `e2e/pages/*.ts` as a merchant would, from the package's production build. */
export async function bundlePages(): Promise<ReadonlyMap<string, Asset>> {
  const { outputFiles } = await build({
    entryPoints: ['shop', 'modes', 'hostile', 'diagnose', 'kit'].map((name) =>
      fileURLToPath(new URL(`../../pages/${name}.ts`, import.meta.url)),
    ),
    outdir: '/assets',
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
  });
  const assets = new Map<string, Asset>(
    outputFiles.map(({ path, text }) => [
      path.replace(/^.*(?=\/assets\/)/, ''),
      { body: text, type: 'text/javascript; charset=utf-8' },
    ]),
  );
  return assets.set('/assets/shop.css', { body: stylesheet, type: 'text/css; charset=utf-8' });
}
