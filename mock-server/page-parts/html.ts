const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of HTML that was written here, as opposed to text from anywhere. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

const piece = (value: Value): string => {
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  }
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
};

/** How a template is indented is for its readers: a shopper need not wait for it. */
const unindented = (text: string): string => text.replace(/\n\s+/g, '\n');

/** A template whose every value is escaped, but for what this tag has made itself. */
export const html = (strings: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  html: strings
    .map(unindented)
    .reduce((all, text, index) => all + piece(values[index - 1] ?? '') + text),
});

/** Data for a script, as JSON that cannot end its element: `<` never appears in it. */
export const jsonScript = (id: string, data: unknown): Html => ({
  html: `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
});

/** A script of the page's own build, which holds nothing that could end its element. */
export const inlineScript = (code: string): Html => ({ html: `<script>${code}</script>` });
