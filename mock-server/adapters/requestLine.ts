import { redactPath } from '../domain/redactPath.ts';

const colours: Readonly<Record<number, number>> = { 2: 32, 3: 36, 4: 33, 5: 31 };

/** One short line for the terminal: status, method, path, milliseconds; and one below it that says why it was refused. */
export function requestLine(
  request: {
    readonly method: string;
    readonly pathname: string;
    readonly status: number;
    readonly milliseconds: number;
    readonly problem?: string | undefined;
  },
  coloured: boolean,
): string {
  const { method, pathname, status, milliseconds, problem } = request;
  const colour = colours[Math.floor(status / 100)] ?? 0;
  const shown = status === 0 ? 'dropped' : String(status);
  const code = coloured ? `\u001b[${String(colour)}m${shown}\u001b[0m` : shown;
  const time = `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
  const line = `${code} ${method.padEnd(6)} ${redactPath(pathname)} ${time}`;
  if (problem === undefined) return line;
  return `${line}\n    ${coloured ? `\u001b[2m${problem}\u001b[0m` : problem}`;
}
