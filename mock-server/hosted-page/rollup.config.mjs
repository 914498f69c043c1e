import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { filesModule, hashedPath } from '../page-parts/builtFiles.mjs';
import { pageStyles } from '../page-parts/pageStyles.mjs';
import { bundleOpening, onwarn, pagePlugins } from './pagePlugins.mjs';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
const json = 'application/json; charset=utf-8';

/** The most that script, style and words of the longest language may weigh together, compressed. */
const budget = 19_650;

const locales = ['en', 'de', 'fr', 'es', 'ar'];

const page = (file) => `mock-server/hosted-page/${file}`;

/** The words of a language, read from its module: Node runs TypeScript as it is. */
const words = async (locale) => {
  const module = await import(pathToFileURL(page(`texts/${locale}.ts`)).href);
  return module[locale];
};

const weight = (body) => brotliCompressSync(body).length;

/** Writes every file the page needs into one module, so that the server needs no files at run time. */
const writeAssets = () => ({
  name: 'hosted-page-assets',
  async generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).sort((a, b) => Number(b.isEntry) - Number(a.isEntry));
    for (const name of Object.keys(bundle)) delete bundle[name];
    const styles = await pageStyles('hosted-page');
    const opening = await bundleOpening(page('opening/main.ts'));
    const languages = await Promise.all(locales.map(words));
    const bodies = languages.map((language) => JSON.stringify(language));
    // One hash for all of them, so that the document names the file of any language in a few bytes.
    const wordsOf = hashedPath('assets', 'texts-*', 'json', bodies.join());
    const files = [
      ...chunks.map(({ fileName, code }) => [`/${fileName}`, script, code]),
      [hashedPath('assets', 'checkout', 'css', styles), style, styles],
      ...bodies.map((body, index) => [wordsOf.replace('*', locales[index]), json, body]),
    ];
    const [first, ...rest] = chunks.map(({ code }) => weight(code));
    const halves = languages.map(({ first: half }) => weight(JSON.stringify(half)));
    const total = first + weight(opening.script) + weight(styles) + Math.max(...halves);
    console.log(
      `hosted page, brotli: opening ${weight(opening.script)}, script ${first}, style ${weight(styles)}, words ${halves.join(', ')}: ${total} B at first; later ${rest.join(', ')} B`,
    );
    if (total > budget) this.error(`The hosted page weighs ${total} B, more than ${budget} B.`);
    this.emitFile({
      type: 'asset',
      fileName: 'hostedPageAssets.ts',
      source: `${filesModule('hostedPageAssets', files)}
/** The script in the document itself, and what a Content-Security-Policy calls it. */
export const hostedPageOpening = ${JSON.stringify(opening)};
`,
    });
  },
});

export default {
  input: page('main.ts'),
  onwarn,
  // The second half takes what it shares with the first from the first.
  preserveEntrySignatures: false,
  output: {
    dir: page('generated'),
    format: 'es',
    entryFileNames: 'assets/checkout-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
  },
  plugins: [...pagePlugins(), writeAssets()],
};
