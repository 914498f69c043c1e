import { existsSync } from 'node:fs';
import { chromium } from './chromium.ts';

/**
 * The same browser without its windows, where that is installed: two thirds of the work. It blocks no
 * popups and has no back-forward cache, so what needs those is tested `inWholeBrowser`. Whoever
 * names a browser by `CHROMIUM_PATH` means that one.
 */
export function headlessShell() {
  const whole = chromium();
  const { CHROMIUM_PATH: browser, CHROMIUM_SHELL_PATH: shell } = process.env;
  const usualPlace = browser === undefined ? '/usr/bin/chromium-headless-shell' : '';
  const found = shell ?? usualPlace;
  return existsSync(found) ? { ...whole, executablePath: found } : whole;
}
