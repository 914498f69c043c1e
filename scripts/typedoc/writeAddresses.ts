import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Application, ReflectionKind, Renderer } from 'typedoc';

/** The reference after the guides, so that `errors` is the page of the codes. */
const rank = (file: string): number => Number(file.includes('/reference/'));

/** The section is in the part of the address that no server sees. */
const leadTo = (target: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>PaymentKit.js</title>
<link rel="canonical" href="${target}">
<script>location.replace('${target}' + location.hash)</script>
<p><a href="${target}">Go to the page</a></p>
</html>
`;

/**
 * A TypeDoc plugin: the short addresses that errors, warnings and the packages name, such as `errors#network`, lead to the
 * pages that TypeDoc names by their titles.
 */
export function writeAddresses(app: Application): void {
  app.renderer.on(Renderer.EVENT_END, ({ project, outputDirectory }) => {
    const pages = project
      .getReflectionsByKind(ReflectionKind.Document)
      .map((page) => ({ page, file: project.files.getReflectionPath(page) ?? '' }))
      .filter(({ file }) => /docs\/(guides|reference)\//.test(file))
      .sort((one, other) => rank(one.file) - rank(other.file));
    for (const { page, file } of pages) {
      const folder = path.join(outputDirectory, path.basename(file, '.md'));
      mkdirSync(folder, { recursive: true });
      const url = app.renderer.router?.getFullUrl(page) ?? '';
      writeFileSync(path.join(folder, 'index.html'), leadTo(`../${encodeURI(url)}`));
    }
  });
}
