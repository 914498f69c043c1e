import { expect, test } from 'vitest';
import { html, jsonScript } from './html.ts';

test('every value is escaped, in text and in attributes', () => {
  const evil = `"><script>alert('1')</script>&`;
  const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
  expect(html`<p title="${evil}">${evil}</p>`.html).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('what the tag has made stays markup', () => {
  const items = [html`<li>${'<'}</li>`, html`<li>2</li>`];
  expect(html`${items}`.html).toBe('<li>&lt;</li><li>2</li>');
});

test('a template loses its indentation, a value nothing', () => {
  const { html: text } = html`<div>
    <p>${'a\n  b'}</p>
  </div>`;
  expect(text).toBe('<div>\n<p>a\n  b</p>\n</div>');
});

test('data cannot end its element', () => {
  const data = { name: '</script><script>alert(1)//', note: '<!--' };
  const { html: text } = jsonScript('data', data);
  expect(text.match(/<\/?script/g)).toEqual(['<script', '</script']);
  expect(text).not.toContain('<!--');
  expect(JSON.parse(text.replace(/^<[^>]+>|<\/script>$/g, ''))).toEqual(data);
});
