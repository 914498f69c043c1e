/** The path of a request without anything that opens something: tokens, keys, secrets, handles, challenge ids and queries. */
export function redactPath(pathname: string): string {
  return (
    pathname
      .replace(/cst(_|%5f)[\w-]+/gi, 'cst_…')
      // A key stands where somebody took it for an account or an id. What comes before it may be an escaped mark.
      .replace(/(?<=[^a-z0-9_]|%[0-9a-f]{2})([ps][kt]|whsec)(?:_|%5f)[\w.%-]+/gi, '$1_…')
      .replace(/^\/(checkout|embed|checkout\/challenge)\/(?!challenge\/)[^/]+/, '/$1/…')
  );
}
