/** One operation of the server: a request in, a response out. It knows no transport. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** With `:name` for a segment that is a parameter. */
  readonly path: string;
  /** What it throws becomes a problem document. Every answer carries `requestId` in `X-Request-Id`. */
  readonly respond: (
    request: Request,
    params: PathParams,
    requestId: string,
  ) => Response | Promise<Response>;
}

export type PathParams = Readonly<Record<string, string>>;
