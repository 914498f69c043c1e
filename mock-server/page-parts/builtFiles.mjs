import { createHash } from 'node:crypto';

/** A path whose name changes with the content, so that browsers may keep the file for ever. */
export const hashedPath = (folder, name, extension, body) =>
  `/${folder}/${name}-${createHash('sha256').update(body).digest('base64url').slice(0, 10)}.${extension}`;

/** A module that holds a page's files, each as its path, media type and text: the server needs no files at run time. */
export const filesModule = (constant, files) => {
  const entries = files.map(
    ([path, type, body]) =>
      `  ${JSON.stringify(path)}: { type: ${JSON.stringify(type)}, body: ${JSON.stringify(body)} },`,
  );
  return `/* Made by the build. */
export const ${constant}: Readonly<
  Record<string, { readonly body: string; readonly type: string }>
> = {
${entries.join('\n')}
};
`;
};
