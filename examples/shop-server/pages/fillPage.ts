import { readFileSync } from 'node:fs';
import mustache from 'mustache';
import type { Storefront } from '../orders/Order.ts';

/** What the header calls each example. */
const names: Readonly<Record<Storefront, string>> = {
  inline: 'Inline',
  overlay: 'Overlay',
  popup: 'Popup',
  'custom-element': 'Element',
  'react-spa': 'React',
  redirect: 'Redirect',
  'script-tag': 'Script tag',
};

/**
 * Fills in a page of the shop: `{{name}}` is a value, escaped; `{{> header}}` and `{{> footer}}` are what every page has.
 * `path` is where the page is served, so that the header can tell where one is.
 */
export function fillPage(page: string, path: string, values: object = {}): string {
  const [, place] = path.split('/');
  const current = (folder: string): string => (folder === place ? 'page' : 'false');
  const examples = Object.entries(names).map(([folder, name]) => ({
    folder,
    name,
    current: current(folder),
  }));
  const parts = { header: readPart('header'), footer: readPart('footer') };
  return mustache.render(page, { ...values, examples, front: current('') }, parts);
}

function readPart(name: string): string {
  return readFileSync(new URL(`${name}.html`, import.meta.url), 'utf8');
}
