import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked, type Token, type Tokens } from 'marked';
import { listFiles } from '../builds/listFiles.ts';
import { root } from '../root.ts';

export interface Fence {
  readonly language: string;
  readonly code: string;
  /** The line of the page on which the code begins, from 1. */
  readonly line: number;
}

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What the checks look at in a page of documentation. */
export interface Page {
  /** From the root. */
  readonly file: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly fences: readonly Fence[];
  readonly tables: readonly Table[];
  /** Where its links and pictures point, as written. */
  readonly links: readonly string[];
}

/** Every page that people read: at the root, below docs, and beside the examples and the server. */
export function readPages(): readonly Page[] {
  return listFiles('.')
    .filter((file) => file.endsWith('.md'))
    .map(readPage);
}

/** Reads a page with a Markdown parser. */
export function readPage(file: string): Page {
  const text = readFileSync(path.join(root, file), 'utf8');
  const tokens: Token[] = [];
  void marked.walkTokens(marked.lexer(text), (token) => {
    tokens.push(token);
  });
  return {
    file,
    text,
    headings: tokens.filter((token) => token.type === 'heading').map(({ raw }) => headingOf(raw)),
    fences: tokens
      .filter((token): token is Tokens.Code => token.type === 'code')
      .map((token) => readFence(text, token)),
    tables: tokens
      .filter((token): token is Tokens.Table => token.type === 'table')
      .map(({ header, rows }) => ({
        header: header.map((cell) => cell.text),
        rows: rows.map((row) => row.map((cell) => cell.text)),
      })),
    links: tokens.flatMap(readLinks),
  };
}

/** The table whose first column has this name. */
export function tableOf(page: Page, name: string): Table {
  const table = page.tables.find(({ header }) => header[0] === name);
  if (table === undefined) throw new Error(`${page.file} has no table of "${name}"`);
  return table;
}

function headingOf(raw: string): string {
  return raw.replace(/^#+\s*/, '').trim();
}

function readFence(page: string, { raw, lang = '', text }: Tokens.Code): Fence {
  const line = page.slice(0, page.indexOf(raw)).split('\n').length + 1;
  return { language: lang, code: text, line };
}

function readLinks(token: Token): readonly string[] {
  if (token.type === 'link' || token.type === 'image') return [(token as Tokens.Link).href];
  // A picture that follows the colour scheme is markup.
  if (token.type !== 'html') return [];
  return [...token.raw.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, url = '']) => url);
}
