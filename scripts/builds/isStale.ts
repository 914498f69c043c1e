import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../root.ts';
import type { BuildStep } from './buildSteps.ts';
import { fingerprintInputs, fingerprintOutput } from './fingerprint.ts';

/** What was true when a step was last built without a warning. */
interface Stamp {
  readonly inputs: string;
  readonly output: string;
}

/** True when an input has other content than at the last build, or the output is not as it was left. */
export function isStale(step: BuildStep): boolean {
  const stamp = readStamp(step);
  return stamp?.inputs !== fingerprintInputs(step) || stamp.output !== fingerprintOutput(step);
}

/** Remembers a build as good, for the inputs as they were when it began. */
export function markFresh(step: BuildStep, inputs: string): void {
  const file = stampFile(step);
  const stamp: Stamp = { inputs, output: fingerprintOutput(step) };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(stamp));
}

function readStamp(step: BuildStep): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile(step), 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}

function stampFile(step: BuildStep): string {
  const name = `${step.output.replaceAll('/', '-')}.json`;
  return path.join(root, 'node_modules', '.cache', 'paymentkit', name);
}
