import { Converter } from 'typedoc';

/**
 * A TypeDoc plugin: a page's first heading is its title. TypeDoc would take the name of the file, or
 * front matter, which GitHub shows above the page.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const [first] = document.content;
    if (first?.kind !== 'text') return;
    const heading = /^\s*# (.+)\n+/.exec(first.text);
    if (heading === null) return;
    document.name = heading[1];
    first.text = first.text.slice(heading[0].length);
  });
}
