import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { listen } from './listen.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** What any static host does with a folder, and nothing more; with the paths that it was asked for. */
export async function serveFiles(folder: string) {
  const asked: string[] = [];
  const server = await listen(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      asked.push(pathname);
      const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
      readFile(file).then(
        (body) => {
          response.setHeader('content-type', types[path.extname(file)] ?? 'text/plain');
          response.end(body);
        },
        () => {
          response.writeHead(404).end();
        },
      );
    }),
  );
  return { ...server, asked, origin: `http://localhost:${String(server.port)}` };
}
