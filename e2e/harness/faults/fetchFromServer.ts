import type { APIResponse, Route } from '@playwright/test';

/**
 * Has a request answered by the real server, from outside the browser. Node does not resolve
 * `*.localhost`, so the request goes to loopback and keeps the name in its `Host`.
 */
export function fetchFromServer(route: Route): Promise<APIResponse> {
  const url = new URL(route.request().url());
  const { host } = url;
  url.hostname = '127.0.0.1';
  return route.fetch({ url: url.href, headers: { ...route.request().headers(), host } });
}
