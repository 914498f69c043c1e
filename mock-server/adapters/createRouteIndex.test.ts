import { http } from 'msw/http';
import { expect, test } from 'vitest';
import { createRouteIndex } from './createRouteIndex.ts';

const origin = 'https://api.example';
const nothing = () => undefined;
const handlers = [
  http.get(`${origin}/a/:x/c`, nothing),
  http.post(`${origin}/a/:x/c`, nothing),
  http.get(`${origin}/a/b/d`, nothing),
  http.all(`${origin}/a/b/d`, nothing),
  http.get(`${origin}/:z`, nothing),
  http.get(`${origin}/`, nothing),
  http.get('https://other.example/only-there', nothing),
  http.all(`${origin}/*`, nothing),
];
const find = createRouteIndex(handlers, origin);
const indexOf = (method: string, path: string): number => {
  const found = find(method, path);
  return found ? handlers.indexOf(found.handler) : -1;
};

test.each([
  ['GET', '/a/1/c', 0],
  ['POST', '/a/1/c', 1],
  ['GET', '/a/b/c', 0],
  ['GET', '/a/b/d', 2],
  ['PUT', '/a/b/d', 3],
  ['GET', '/a', 4],
  ['PUT', '/a/1/c', 7],
  ['GET', '/a/1/c/', 0],
  ['GET', '/a/1/c//', 7],
  ['GET', '/a//c', 7],
  ['GET', '/a/1', 7],
  ['GET', '/only-there/x', 7],
  ['GET', '/', 5],
])('%s %s is answered by handler %i', (method, path, index) => {
  expect(indexOf(method, path)).toBe(index);
});

test('without a handler for everything, what is unknown has none', () => {
  const few = createRouteIndex(handlers.slice(0, 1), origin);
  expect(few('GET', '/elsewhere')).toBeUndefined();
});

test('what stands in the path is decoded, and what cannot be stands for itself', () => {
  expect(find('GET', '/a/%7Bx%7D/c')?.params).toEqual({ x: '{x}' });
  expect(find('GET', '/a/%zz/c/')?.params).toEqual({ x: '%zz' });
  expect(find('GET', '/a/b/d')?.params).toEqual({});
});
