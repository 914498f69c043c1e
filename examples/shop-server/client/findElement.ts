/** The element with this id, of the kind the page's script expects; a page without it is broken, and says so. */
export function findElement<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`Failed to start the page: there is no ${kind.name} with the id "${id}".`);
}
