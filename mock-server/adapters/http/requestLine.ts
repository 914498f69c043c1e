import { redactPath } from '../../domain/requests/redactPath.ts';

/** Colours that can be read on dark and on light terminals; the reason of a refusal keeps that of the terminal. */
const colours: Readonly<Record<number, number>> = { 2: 32, 3: 36, 4: 35, 5: 31 };
const dropped = 31;
const dim = 2;

/** Text of a stranger without what a terminal obeys: escapes, line ends, marks that turn the direction. */
const plain = (text: string): string =>
  text.replace(/\p{C}/gu, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`);

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
  const paint = (code: number, text: string): string =>
    coloured ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  const shown = status === 0 ? 'dropped' : String(status);
  const answer = paint(colours[Math.floor(status / 100)] ?? dropped, shown);
  const time = paint(dim, `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`);
  const line = `${answer} ${method.padEnd(6)} ${redactPath(pathname)} ${time}`;
  return problem === undefined ? line : `${line}\n    ${plain(problem)}`;
}
