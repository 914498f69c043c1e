const base = ['protocol', 'errors', 'events', 'platform'];
const capabilities = [...base, 'options', 'session', 'frame', 'channel', 'return'];

const records = ['domain', 'schemas', 'store'];
const decisions = [...records, 'resources', 'billing'];
const mocks = ['MockControl', 'createMockControl', 'createMockHandlers'];

export interface Layers {
  /** What each folder may import of the others: downward only. */
  readonly mayImport: Readonly<Record<string, readonly string[]>>;
  /** What a folder may take of packages. Without a table, that is packageRule's business alone. */
  readonly mayInstall?: Readonly<Record<string, readonly string[]>>;
  /** Files beside the folders put the layers together, and may import any. */
  readonly entries: RegExp;
}

/** The folders whose layers are known, and what each layer may import. */
export const layerTable: Readonly<Record<string, Layers>> = {
  src: {
    entries: /^[^/]+$/,
    mayImport: {
      protocol: [],
      errors: [],
      events: [],
      overlay: [],
      platform: [],
      options: ['errors', 'platform'],
      session: ['protocol', 'errors', 'options', 'platform'],
      frame: ['protocol', 'platform'],
      channel: ['protocol', 'errors', 'platform'],
      return: ['protocol', 'errors', 'options', 'session', 'platform'],
      checkout: [...capabilities, 'overlay'],
      hosted: ['protocol', 'errors', 'platform', 'channel', 'session'],
      webhooks: ['errors'],
      diagnose: ['checkout', 'return', 'errors', 'options', 'session', 'platform'],
      element: [],
      // Its types: what the element takes in JSX.
      react: ['element'],
      // What the tests use in place of a browser; no other layer may import it.
      testing: [...capabilities, 'checkout', 'hosted'],
    },
    // The peer, and the core by its name, which a test can alias.
    mayInstall: { element: ['paymentkit-js'], react: ['react', 'paymentkit-js'] },
  },
  'src/checkout': {
    // The ways to check out.
    entries: /^[^/]+$/,
    mayImport: {
      options: [],
      run: ['options'],
      view: ['options', 'run'],
      frame: ['options', 'run', 'view'],
      window: ['options', 'run', 'view'],
    },
  },
  'mock-server': {
    entries: /^(cli|createMockServer|createMockHandlers)\.ts$/,
    mayImport: {
      domain: [],
      schemas: ['domain'],
      store: ['domain'],
      // One floor: to change a resource can be a decision, and a decision is told of as a resource.
      resources: [...records, 'billing'],
      billing: [...records, 'resources'],
      checkout: decisions,
      webhooks: [...decisions, 'checkout'],
      'page-parts': [],
      'hosted-page': ['page-parts'],
      dashboard: ['domain', 'schemas', 'page-parts'],
      handlers: [...decisions, 'checkout', 'webhooks', 'hosted-page', 'dashboard'],
      seed: [...decisions, 'checkout', 'handlers'],
      MockControl: ['domain', 'schemas', 'handlers'],
      createMockControl: ['domain', 'schemas', 'handlers', 'MockControl'],
      adapters: [
        'domain',
        'webhooks',
        'handlers',
        'seed',
        'hosted-page',
        'createMockServer',
        ...mocks,
      ],
      commands: ['domain', 'schemas', 'adapters', 'createMockServer', ...mocks],
      bin: ['dist'],
    },
  },
};
