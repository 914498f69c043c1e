import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { hashedName, onwarn, pagePlugins, pageStyles } from './pagePlugins.mjs';

const script = 'text/javascript; charset=utf-8';
const style = 'text/css; charset=utf-8';
const json = 'application/json; charset=utf-8';

/** The most that script, style and words of the longer language may weigh together, compressed. */
const budget = 19_400;

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
    const styles = await pageStyles();
    const [english, german] = [await words('en'), await words('de')];
    const [en, de] = [JSON.stringify(english), JSON.stringify(german)];
    const files = [
      ...chunks.map(({ fileName, code }) => [`/${fileName}`, script, code]),
      [hashedName('checkout', 'css', styles), style, styles],
      [hashedName('texts-en', 'json', en), json, en],
      [hashedName('texts-de', 'json', de), json, de],
    ];
    const [first, ...rest] = chunks.map(({ code }) => weight(code));
    const languages = [english, german].map(({ first: half }) => weight(JSON.stringify(half)));
    const total = first + weight(styles) + Math.max(...languages);
    console.log(
      `hosted page, brotli: script ${first}, style ${weight(styles)}, words ${languages.join(' or ')}: ${total} B at first; later ${rest.join(', ')} B`,
    );
    if (total > budget) this.error(`The hosted page weighs ${total} B, more than ${budget} B.`);
    const entries = files.map(
      ([name, type, body]) =>
        `  ${JSON.stringify(name)}: { type: ${JSON.stringify(type)}, body: ${JSON.stringify(body)} },`,
    );
    this.emitFile({
      type: 'asset',
      fileName: 'hostedPageAssets.ts',
      source: `/* Made by the hosted page's build. */
export const hostedPageAssets: Readonly<
  Record<string, { readonly body: string; readonly type: string }>
> = {
${entries.join('\n')}
};
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
    dir: 'mock-server/generated',
    format: 'es',
    entryFileNames: 'assets/checkout-[hash].js',
    chunkFileNames: 'assets/[name]-[hash].js',
  },
  plugins: [...pagePlugins(), writeAssets()],
};
