import { redactPath } from '../domain/redactPath.ts';

const colours: Readonly<Record<number, number>> = { 2: 32, 3: 36, 4: 33, 5: 31 };

/** One short line for the terminal: method, path, status, milliseconds. */
export function requestLine(
  request: {
    readonly method: string;
    readonly pathname: string;
    readonly status: number;
    readonly milliseconds: number;
  },
  coloured: boolean,
): string {
  const { method, pathname, status, milliseconds } = request;
  const colour = colours[Math.floor(status / 100)] ?? 0;
  const shown = status === 0 ? 'dropped' : String(status);
  const code = coloured ? `\u001b[${String(colour)}m${shown}\u001b[0m` : shown;
  const time = `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
  return `${code} ${method.padEnd(6)} ${redactPath(pathname)} ${time}`;
}
