import { readFileSync } from 'node:fs';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { fillPage } from '../pages/fillPage.ts';

/** Answers with one of the HTML files beside this folder. Nothing a server renders is cached. */
export function renderPage(
  c: Context,
  file: string,
  values: object = {},
  status: ContentfulStatusCode = 200,
): Response {
  const page = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  c.header('cache-control', 'no-store');
  return c.html(fillPage(page, c.req.path, values), status);
}
