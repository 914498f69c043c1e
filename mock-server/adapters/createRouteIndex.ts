import type { HttpHandler } from 'msw/http';

/** A handler, and what stands in the path where it has parameters. */
export interface Found {
  readonly handler: HttpHandler;
  readonly params: Readonly<Record<string, string>>;
}

/** Finds the handler of a request in as many steps as its path has segments. */
export type RouteIndex = (method: string, pathname: string) => Found | undefined;

interface Node {
  readonly segments: Map<string, Node>;
  parameter?: Node;
  readonly methods: Map<string, HttpHandler>;
  anyMethod?: HttpHandler;
}

const createNode = (): Node => ({ segments: new Map(), methods: new Map() });

/** MSW takes a path with a slash at its end for the same path, and so does the index. */
const segmentsOf = (pathname: string): string[] => pathname.replace(/\/$/, '').split('/').slice(1);

function nodeOf(root: Node, pathname: string): Node {
  let node = root;
  for (const segment of segmentsOf(pathname)) {
    let next: Node | undefined;
    if (segment.startsWith(':')) next = node.parameter ??= createNode();
    else next = node.segments.get(segment);
    if (!next) {
      next = createNode();
      node.segments.set(segment, next);
    }
    node = next;
  }
  return node;
}

function find(node: Node, segments: readonly string[], depth: number): Node | undefined {
  const segment = segments[depth];
  if (segment === undefined) return node.methods.size > 0 || node.anyMethod ? node : undefined;
  const fixed = node.segments.get(segment);
  // A fixed segment wins over a parameter, unless it leads nowhere.
  return (
    (fixed && find(fixed, segments, depth + 1)) ??
    (node.parameter && segment !== '' ? find(node.parameter, segments, depth + 1) : undefined)
  );
}

/** As MSW reads them; what is no proper encoding stands for itself. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function paramsOf({ info: { path } }: HttpHandler, origin: string, segments: readonly string[]) {
  const params: Record<string, string> = {};
  for (const [place, name] of segmentsOf(String(path).slice(origin.length)).entries()) {
    if (name.startsWith(':')) params[name.slice(1)] = decode(segments[place] ?? '');
  }
  return params;
}

/** Builds the index from handlers of one origin; those of any other are left out. `/*` answers what nothing else does. */
export function createRouteIndex(handlers: readonly HttpHandler[], origin: string): RouteIndex {
  const root = createNode();
  let fallback: HttpHandler | undefined;
  for (const handler of handlers) {
    const { method, path } = handler.info;
    if (typeof path !== 'string' || !path.startsWith(`${origin}/`)) continue;
    const pathname = path.slice(origin.length);
    if (pathname === '/*') {
      fallback = handler;
      continue;
    }
    const node = nodeOf(root, pathname);
    if (typeof method === 'string') node.methods.set(method, handler);
    else node.anyMethod = handler;
  }
  return (method, pathname) => {
    const segments = segmentsOf(pathname);
    const node = find(root, segments, 0);
    const handler = node?.methods.get(method) ?? node?.anyMethod ?? fallback;
    return handler && { handler, params: paramsOf(handler, origin, segments) };
  };
}
