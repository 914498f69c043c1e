/** The path of a request without anything that opens something: tokens, handles, challenge ids and queries. */
export function redactPath(pathname: string): string {
  return pathname
    .replace(/cst(_|%5f)[\w-]+/gi, 'cst_…')
    .replace(/^\/(checkout|embed|checkout\/challenge)\/(?!challenge\/)[^/]+/, '/$1/…');
}
