import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand } from '../processes/runCommand.ts';
import { installChromium } from './installChromium.ts';

export type Chromium =
  | { readonly path: string; readonly failure?: undefined }
  | { readonly failure: string };

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const usualPlaces = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const advice =
  'Install Chromium or Google Chrome, or set CHROMIUM_PATH to the one that is there, then try again.';

/** The Chromium for the browser tests: the one named, the one that is there, or one newly installed. */
export async function findChromium(
  signal: AbortSignal,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Chromium> {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    return (await runs(named, signal))
      ? { path: named }
      : { failure: `CHROMIUM_PATH is ${named}, which is not a Chromium that runs. ${advice}` };
  }
  const present = await firstThatRuns(signal, env);
  if (present !== undefined) return { path: present };
  const said = await installChromium(signal);
  const installed = await firstThatRuns(signal, env);
  if (installed !== undefined) return { path: installed };
  return { failure: `${said}\nThere is no Chromium, and installing one failed. ${advice}` };
}

async function firstThatRuns(
  signal: AbortSignal,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  for (const file of [...onPath, ...usualPlaces, chromium.executablePath()]) {
    if (existsSync(file) && (await runs(file, signal))) return file;
  }
  return undefined;
}

/**
 * Asks for the version: a launcher whose browser was removed is still a file. On Windows it opens a window and says
 * nothing.
 */
async function runs(file: string, signal: AbortSignal): Promise<boolean> {
  if (process.platform === 'win32') return existsSync(file);
  const { code, output } = await runCommand(file, ['--version'], { signal });
  return code === 0 && /chrom/i.test(output);
}
