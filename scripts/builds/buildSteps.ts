export interface BuildStep {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Files and folders, from the root, that the result is made of; tests inside do not count. */
  readonly inputs: readonly string[];
  /** The folder that the step fills. */
  readonly output: string;
}

const everywhere = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

/** What everything else is built from or with. */
export const sdkStep: BuildStep = {
  name: 'paymentkit-js',
  command: ['rollup', '-c'],
  inputs: [...everywhere, 'src', 'rollup.config.mjs'],
  output: 'dist',
};

/** In the order in which they need one another. */
export const buildSteps: readonly BuildStep[] = [
  sdkStep,
  {
    name: 'hosted page',
    command: ['rollup', '-c', 'mock-server/hosted-page/rollup.config.mjs'],
    inputs: [...everywhere, 'mock-server/hosted-page', 'mock-server/page-parts', 'dist'],
    output: 'mock-server/hosted-page/generated',
  },
  {
    name: 'dashboard',
    command: ['rollup', '-c', 'mock-server/dashboard/rollup.config.mjs'],
    inputs: [...everywhere, 'mock-server/dashboard', 'mock-server/page-parts'],
    output: 'mock-server/dashboard/generated',
  },
  {
    name: 'mock server',
    command: ['rollup', '-c', 'mock-server/rollup.config.mjs'],
    inputs: [
      ...everywhere,
      ...['mock-server', 'mock-server/hosted-page/generated', 'mock-server/dashboard/generated'],
    ],
    output: 'mock-server/dist',
  },
  exampleStep('examples/inline'),
  exampleStep('examples/overlay'),
  exampleStep('examples/popup'),
  exampleStep('examples/react-spa'),
  exampleStep('examples/custom-element'),
  exampleStep('examples/redirect'),
  exampleStep('examples/static-site', 'mock-server/dist'),
];

function exampleStep(folder: string, ...more: readonly string[]): BuildStep {
  const shop = 'examples/shop-server';
  return {
    name: folder,
    command: ['vite', 'build', folder, '--logLevel', 'warn'],
    inputs: [
      ...everywhere,
      folder,
      `${shop}/client`,
      `${shop}/pages`,
      `${shop}/public`,
      'dist',
      ...more,
    ],
    output: `${folder}/dist`,
  };
}
