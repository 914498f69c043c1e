import { existsSync } from 'node:fs';
import { runCommand } from '../processes/runCommand.ts';

/** Debian's package where that is possible, else Playwright's own download; returns what they said. */
export async function installChromium(signal: AbortSignal): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    return (await runCommand('playwright', ['install', 'chromium'], { signal })).output;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update'], { signal, env });
  if (update.code !== 0) return update.output;
  const args = ['install', '-y', '--no-install-recommends', 'chromium'];
  return (await runCommand('apt-get', args, { signal, env })).output;
}
