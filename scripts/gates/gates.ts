import { buildStale } from '../builds/buildStale.ts';
import { buildSteps, sdkStep, type BuildStep } from '../builds/buildSteps.ts';
import { findChromium } from '../chromium/findChromium.ts';
import { findHeadlessShell } from '../chromium/findHeadlessShell.ts';
import { runCommand } from '../processes/runCommand.ts';
import type { Gate } from './runGates.ts';

const oneFile = 'One file: npm run test:unit -- <path>';
const eslint = 'node_modules/eslint/bin/eslint.js';

/**
 * In the order in which the lanes take them: the longest first, but what reads nothing that is made goes beside the
 * build, and what is short fills the end.
 */
export const gates: readonly Gate[] = [
  buildGate('sdk', [sdkStep]),
  // With room for what is young, a tenth less time goes to collecting garbage.
  commandGate('eslint', [`node --max-semi-space-size=64 ${eslint} . --max-warnings 0`], {
    hint: 'One file: npx eslint <path>',
  }),
  { ...buildGate('build', buildSteps), after: 'sdk' },
  commandGate('format', ['oxfmt --check'], { hint: 'Mend it: npm run format' }),
  {
    ...commandGate('unit', ['vitest run --project unit --project react-18'], { hint: oneFile }),
    after: 'sdk',
  },
  ...[
    commandGate('server', ['vitest run --project server'], { hint: oneFile }),
    commandGate('contract', ['vitest run --project contract'], { hint: oneFile }),
    commandGate('tools', ['vitest run --project tools'], { hint: oneFile }),
    commandGate('docs', ['vitest run --project docs'], { hint: oneFile }),
  ].map((gate) => ({ ...gate, after: 'build' })),
];

/** These run whatever is asked for: most of the others read what they make. */
export const isBuild = ({ name }: Gate): boolean => name === 'sdk' || name === 'build';

/** Beside the browser, with what it leaves of two processors: none of these waits for anything. */
export const patientGates: readonly Gate[] = [
  commandGate('types', ['node scripts/checkTypes.ts'], { patient: true }),
  commandGate('oxlint', ['oxlint'], { hint: 'One file: npx oxlint <path>', patient: true }),
  commandGate('reference', ['typedoc'], { patient: true }),
  commandGate(
    'packages',
    [
      'publint --strict',
      'publint --strict mock-server',
      'attw --pack . --profile esm-only',
      'attw --pack mock-server --profile esm-only',
      'node scripts/packages/importEntries.ts',
    ],
    { patient: true },
  ),
];

/** Last, and first in line: a browser that waits for its turn measures the machine, not the code. */
export const browserGate: Gate = {
  name: 'browser',
  command: 'npm test -- browser',
  hint: 'One file: npm run test:e2e -- <path>',
  async run(signal) {
    const chromium = await findChromium(signal);
    if (chromium.failure !== undefined) return { code: 1, output: `${chromium.failure}\n` };
    const env = { CHROMIUM_PATH: chromium.path, CHROMIUM_SHELL_PATH: findHeadlessShell() };
    return runCommand('playwright', ['test'], { signal, env });
  },
};

export const allGates: readonly Gate[] = [...gates, ...patientGates, browserGate];

/** Builds what of these steps is stale. */
function buildGate(name: string, steps: readonly BuildStep[]): Gate {
  return {
    name,
    command: 'npm run build',
    async run(signal) {
      const onWait = () => {
        console.log(`  ......  ${name.padEnd(10)} waits for another build`);
      };
      const failures = await buildStale({ signal, steps, onWait });
      const output = failures.map((failure) => `${failure.name}:\n${failure.output}`).join('\n');
      return { code: failures.length === 0 ? 0 : 1, output };
    },
  };
}

/** A gate that passes when each of its commands ends with 0. */
function commandGate(
  name: string,
  commands: readonly string[],
  { hint, patient = false }: { readonly hint?: string; readonly patient?: boolean } = {},
): Gate {
  return {
    name,
    command: `npm test -- ${name}`,
    hint,
    async run(signal) {
      let output = '';
      for (const command of commands) {
        const [tool = '', ...args] = command.split(' ');
        const result = await runCommand(tool, args, { signal, patient });
        output += result.output;
        if (result.code !== 0) return { code: result.code, output };
      }
      return { code: 0, output };
    },
  };
}
