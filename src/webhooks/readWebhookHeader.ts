/** The headers of a request: of `fetch`, of Node, or as an object. Letter case does not matter. */
export type WebhookHeaders =
  | {
      /** As that of `Headers`, which not every server has a type for. */
      readonly get: (name: string) => string | null;
    }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

type HeaderReader = Extract<WebhookHeaders, { readonly get: (name: string) => string | null }>;

const isHeaders = (headers: WebhookHeaders): headers is HeaderReader =>
  typeof headers.get === 'function';

/** One header, empty where there is none; a repeated one as `fetch` joins it, which no signature looks like. */
export function readWebhookHeader(headers: WebhookHeaders, name: string): string {
  if (isHeaders(headers)) return headers.get(name) ?? '';
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value ?? [])
    .join(', ');
}
