import { buildStale } from '../builds/buildStale.ts';
import { findChromium } from '../chromium/findChromium.ts';
import { findHeadlessShell } from '../chromium/findHeadlessShell.ts';
import { runCommand } from '../processes/runCommand.ts';
import type { Gate } from './runGates.ts';

const eslint = 'node_modules/eslint/bin/eslint.js';

/** Most of the others read what it makes. */
export const buildGate: Gate = {
  name: 'build',
  command: 'npm run build',
  async run(signal) {
    const failures = await buildStale({ signal });
    const output = failures.map((failure) => `${failure.name}:\n${failure.output}`).join('\n');
    return { code: failures.length === 0 ? 0 : 1, output };
  },
};

/** Beside the build: these read nothing that is made. */
export const sourceGates: readonly Gate[] = [
  // With room for what is young, a tenth less time goes to collecting garbage.
  commandGate('lint', [`node --max-semi-space-size=64 ${eslint} . --max-warnings 0`]),
  commandGate('format', ['oxfmt --check']),
];

/** What the processor that built goes on with. */
export const laneOfBuild: readonly Gate[] = [
  commandGate('unit', ['vitest run --project unit --project react-18 --project server']),
  commandGate('docs', ['vitest run --project docs']),
];

/** What the other one goes on with: both end at about the same time. */
export const laneOfSources: readonly Gate[] = [
  commandGate('contract', ['vitest run --project contract']),
  commandGate('types', ['node scripts/checkTypes.ts']),
  commandGate('typed-lint', ['oxlint']),
];

/** Beside the browser, with what it leaves of two processors: none of these waits for anything. */
export const patientGates: readonly Gate[] = [
  commandGate('reference', ['typedoc'], true),
  commandGate(
    'packages',
    [
      'publint --strict',
      'publint --strict mock-server',
      'attw --pack . --profile esm-only',
      'attw --pack mock-server --profile esm-only',
      'node scripts/packages/importEntries.ts',
    ],
    true,
  ),
];

/** Last, and first in line: a browser that waits for its turn measures the machine, not the code. */
export const browserGate: Gate = {
  name: 'browser',
  command: 'npm run test:e2e',
  async run(signal) {
    const chromium = await findChromium(signal);
    if (chromium.failure !== undefined) return { code: 1, output: `${chromium.failure}\n` };
    const env = { CHROMIUM_PATH: chromium.path, CHROMIUM_SHELL_PATH: findHeadlessShell() };
    return runCommand('playwright', ['test'], { signal, env });
  },
};

export const allGates: readonly Gate[] = [
  ...[buildGate, ...sourceGates, ...laneOfBuild, ...laneOfSources],
  ...[...patientGates, browserGate],
];

/** A gate that passes when each of its commands ends with 0. */
function commandGate(name: string, commands: readonly string[], patient = false): Gate {
  return {
    name,
    command: `npm test -- ${name}`,
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
