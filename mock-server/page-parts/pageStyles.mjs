import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/** The styles of a page, a folder beside this one, as one minified file: the tokens, then its own by their names. */
export const pageStyles = async (page) => {
  const here = (path) => fileURLToPath(new URL(path, import.meta.url));
  const own = readdirSync(here(`../${page}/styles`)).sort();
  const files = ['tokens.css', ...own.map((name) => `../${page}/styles/${name}`)];
  const source = files.map((file) => readFileSync(here(file), 'utf8')).join('\n');
  const { code } = await transform(source, {
    loader: 'css',
    minify: true,
    target: ['chrome120', 'firefox124', 'safari17.4'],
  });
  // esbuild leaves a custom property as it was written.
  return dropUnused(code.replace(/(--pk-[\w-]+): /g, '$1:')).trim();
};

/** Takes out the custom properties that nothing here uses: the tokens serve other pages too. */
const dropUnused = (css) => {
  const less = css.replace(/(--pk-[\w-]+):[^;}]*;?/g, (whole, name) =>
    css.includes(`var(${name})`) ? whole : '',
  );
  return less === css ? css : dropUnused(less);
};
