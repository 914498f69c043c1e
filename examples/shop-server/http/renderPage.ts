import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import mustache from 'mustache';

/** Fills in one of the HTML files beside this folder; `{{name}}` is escaped. Nothing a server renders is cached. */
export function renderPage(
  c: Context,
  file: string,
  values: object = {},
  status: ContentfulStatusCode = 200,
): Response {
  const template = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  c.header('cache-control', 'no-store');
  return c.html(mustache.render(template, values), status);
}
