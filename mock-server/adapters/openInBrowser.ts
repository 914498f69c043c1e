import { spawn } from 'node:child_process';
import { once } from 'node:events';

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens a page in the browser that the system prefers. The address is passed on by itself, never through a shell. */
export async function openInBrowser(url: string): Promise<void> {
  const [command, ...before] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true });
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new Error('Failed to open a browser: there is none to be found. Open the URL yourself.', {
      cause: error,
    });
  }
  child.unref();
}
