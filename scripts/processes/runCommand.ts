import { type ChildProcess, spawn } from 'node:child_process';
import { getPriority } from 'node:os';
import path from 'node:path';
import { root } from '../root.ts';
import { findProgram } from './findProgram.ts';
import { yieldToOthers } from './yieldToOthers.ts';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Ends the command, and everything that it started. */
  readonly signal?: AbortSignal | undefined;
  /** Lets the command have only what others leave of the processors: so does by itself one that was begun like that. */
  readonly patient?: boolean;
}

export interface CommandResult {
  readonly code: number;
  readonly output: string;
}

/** How long a command may take to end by itself before it is killed; well inside a second. */
const graceMs = 600;

/** Runs a command in a process group of its own, without a stdin, and collects what it prints. */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd = root, env = {}, signal, patient = getPriority() > 0 }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve({ code: 1, output: 'Not started.\n' });
      return;
    }
    const child = spawn(...findProgram(command, args), {
      cwd,
      detached: true,
      // On Windows each would open a window of its own.
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: searchPath(), NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    });
    if (patient) yieldToOthers(child.pid);
    const output: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));
    const stop = (): void => {
      if (process.platform === 'win32') {
        killTree(child);
        return;
      }
      killGroup(child.pid, 'SIGTERM');
      setTimeout(killGroup, graceMs, child.pid, 'SIGKILL').unref();
    };
    signal?.addEventListener('abort', stop);
    child.on('error', (error) => output.push(`Failed to run ${command}: ${error.message}\n`));
    // What the command left running must not outlive it, nor keep its output open.
    child.on('exit', () => {
      killGroup(child.pid, 'SIGKILL');
    });
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code: code ?? 1, output: output.join('') });
    });
  });
}

/** Tools, and the Node that they start, are this repository's own. */
function searchPath(): string {
  const bin = path.join(root, 'node_modules', '.bin');
  return [bin, process.env['PATH']].join(path.delimiter);
}

/** Windows has no groups, and a tool of its own that ends a process with all that it has started. */
function killTree(child: ChildProcess): void {
  const args = ['/pid', String(child.pid), '/t', '/f'];
  spawn('taskkill', args, { stdio: 'ignore', windowsHide: true }).on('error', () => {
    child.kill();
  });
}

/** Sends a signal to a process group; one that is gone already is fine. */
function killGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
