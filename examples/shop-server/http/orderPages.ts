import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { Storefront } from '../orders/Order.ts';
import { renderError } from './renderError.ts';
import { renderPage } from './renderPage.ts';

type Pages = Readonly<Record<string, { readonly script: string; readonly words: Words }>>;

interface Words {
  readonly heading: string;
  readonly message: string;
}

const checking: Words = {
  heading: 'We are checking your payment',
  message: 'This takes a moment. Please do not pay again.',
};
const looking: Words = {
  heading: 'We are looking at your order',
  message: 'This takes a moment.',
};

// One page for all; what happens on it is a script of each example.
const pages: Readonly<Partial<Record<Storefront, Pages>>> = {
  inline: { success: { script: 'success.ts', words: checking } },
  overlay: { success: { script: 'success.ts', words: checking } },
  popup: { success: { script: 'success.ts', words: checking } },
  'custom-element': { success: { script: 'success.ts', words: checking } },
  redirect: {
    success: { script: 'return.ts', words: checking },
    return: { script: 'return.ts', words: looking },
  },
};

/** Where shoppers of an example come to after the checkout: `/inline/success`. `root`: the folder it was built into. */
export function orderPages(name: Storefront, root: string): Hono {
  const routes = new Hono();
  for (const [page, { script, words }] of Object.entries(pages[name] ?? {})) {
    const built = findBuilt(root, script);
    routes.get(`/${page}`, (c) => {
      if (built === undefined) return renderError(c, 'not_built');
      const shop = `/${name}/`;
      const values = { ...words, shop, script: `${shop}${built}` };
      const answer = renderPage(c, 'shop-server/pages/order.html', values);
      // Nothing in it is anybody's: the browser may keep it for Back.
      answer.headers.set('cache-control', 'no-cache');
      return answer;
    });
  }
  return routes;
}

/** The name with a hash that Vite gave to a script. */
function findBuilt(root: string, script: string): string | undefined {
  const manifest = JSON.parse(readFileSync(`${root}/.vite/manifest.json`, 'utf8')) as Readonly<
    Record<string, { readonly file: string }>
  >;
  return manifest[script]?.file;
}
