import type { Store } from '../store/createStore.ts';
import type { Worlds } from '../webhooks/createWorlds.ts';

type Locale = 'en' | 'de' | 'fr' | 'es' | 'ar';

/** The documents of the hosted checkout; headers are the server's business. */
export interface HostedPages {
  renderPage(input: {
    surface: 'page' | 'embed';
    locale: Locale;
    allowedOrigins: readonly string[];
  }): string;
  renderChallenge(input: {
    locale: Locale;
    merchantName: string;
    amount: { amount_atom: number; currency: string } | undefined;
    card: { brand: string; last4: string };
    outcome: 'pass' | 'fail' | undefined;
  }): string;
  renderNotice(input: { locale: Locale; about: 'checkout' | 'challenge' }): string;
  pickLocale(query: string | undefined, acceptLanguage: string | undefined): Locale;
  /** The hash of the script that `renderPage` puts in the document, as a Content-Security-Policy names it. */
  readonly scriptHash: string;
  readonly assets: Readonly<Record<string, { readonly body: string; readonly type: string }>>;
}

/** What every handler may use. */
export interface ServerContext {
  readonly store: Store;
  readonly worlds: Pick<Worlds, 'changes' | 'follow' | 'idle' | 'moveClock'>;
  readonly newRequestId: () => string;
  /** Loaded when the first page is asked for: most requests want none. */
  readonly loadPages: () => Promise<HostedPages>;
  /** Told of what should not happen. Never given a body, a key or a token. */
  readonly reportError: (error: unknown) => void;
}
