/** Why a service worker cannot answer for PaymentKit on this page, and what to do; `undefined` when it can. */
export function workerFault(script: string, page: string, hasWorkers: boolean): string | undefined {
  // On `http` of any other machine there are none, and MSW would only say that one could not be registered.
  if (!hasWorkers) return 'this page has no service workers. Open it over https or on localhost.';
  const { origin, pathname } = new URL('.', new URL(script, page));
  if (origin !== new URL(page).origin) {
    return "the service worker's script is on another origin. Put it among your own files: npx msw init and the name of their folder.";
  }
  if (pathname === '/') return undefined;
  return `the service worker's script is in ${pathname}, and a worker answers for its own folder alone: not for the checkout's frame, at /embed/. Put the script at the root of the site.`;
}
