/** The documents of the hosted checkout, loaded when the first of them is asked for: most servers' requests want none. */
export async function loadHostedPages() {
  const [{ renderPage }, { renderChallenge }, { renderNotice }, { pickLocale }, built] =
    await Promise.all([
      import('../../hosted-page/renderPage.ts'),
      import('../../hosted-page/renderChallenge.ts'),
      import('../../hosted-page/renderNotice.ts'),
      import('../../hosted-page/pickLocale.ts'),
      import('../../hosted-page/generated/hostedPageAssets.ts'),
    ]);
  return {
    renderPage,
    renderChallenge,
    renderNotice,
    /** The language of a page: `?locale=`, else what the browser prefers. */
    localeOf: (request: Request) =>
      pickLocale(
        new URL(request.url).searchParams.get('locale') ?? undefined,
        request.headers.get('accept-language') ?? undefined,
      ),
    /** The hash of the script that `renderPage` puts in the document, as a Content-Security-Policy names it. */
    scriptHash: built.hostedPageOpening.hash,
    assets: built.hostedPageAssets,
  };
}
