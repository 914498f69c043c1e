import { Converter } from 'typedoc';

/** Where in the navigation the pages of a folder stand. */
const groups = { guides: 'Guides', reference: 'Reference', decisions: 'Decisions' };

const heading = /^\s*# (.+)\n+/;

/**
 * A TypeDoc plugin: a page's first heading is its title, and its folder its place in the navigation. TypeDoc would take
 * the name of the file, or front matter, which GitHub shows above the page. The first page has the project's name above
 * it already.
 */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const [first] = document.content;
    const title = first?.kind === 'text' ? heading.exec(first.text) : null;
    if (title !== null) document.name = title[1];
    const file = document.project.files.getReflectionPath(document) ?? '';
    document.frontmatter.group = groups[/docs\/(\w+)\//.exec(file)?.[1]] ?? 'Reference';
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    const [first] = project.readme ?? [];
    if (first?.kind === 'text') first.text = first.text.replace(heading, '');
  });
  // Last, after TypeDoc has sorted them by name: in the order of the first page; what it does not name comes after.
  app.converter.on(
    Converter.EVENT_RESOLVE_END,
    ({ project }) => {
      const readme = (project.readme ?? []).map(({ text }) => text).join('');
      const place = (page) => {
        const found = readme.indexOf(project.files.getReflectionPath(page)?.split('/docs/')[1]);
        return found < 0 ? readme.length : found;
      };
      for (const { title, children } of project.groups ?? []) {
        if (title === 'Decisions' || !Object.values(groups).includes(title)) continue;
        children.sort((one, other) => place(one) - place(other));
      }
    },
    -1000,
  );
}
