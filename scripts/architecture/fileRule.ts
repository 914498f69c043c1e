import path from 'node:path';
import type { Module, Rule } from './readModule.ts';

const banned = new Set(['utils', 'helpers', 'shared', 'common', 'misc', 'types', 'constants']);
const tests = /\.(test|test-d|e2e)\.tsx?$|\/fixtures\//;
/** Configuration and plugins: what reads them says what they export. */
const configs = /\.(config\.ts|mjs)$/;
const declarations = /\.d\.ts$/;
const entries = /^(index|global|cli|main)$/;

/** Files stay short and carry the name of what they export; none is a drawer for odds and ends. */
export const fileRule: Rule = (modules) =>
  modules.flatMap((module) => {
    const { file, lines, exports } = module;
    const faults: string[] = [];
    const name = nameOf(file);
    const drawer = [...file.split('/').slice(0, -1), name].find((part) => banned.has(part));
    if (drawer !== undefined)
      faults.push(`${file}: "${drawer}" says nothing of what is in it. Name it after that.`);
    if (tests.test(file) || configs.test(file) || declarations.test(file)) return faults;
    // The linter counts the core entry's lines, without their documentation.
    if (lines > 200 && file !== 'src/index.ts')
      faults.push(
        `${file} has ${String(lines)} lines, more than 200. Give a part of it a file of its own.`,
      );
    if (!entries.test(name) && !isWellNamed(name, module)) {
      faults.push(`${file} exports ${exports.join(', ')}. Name it after the one that it is for.`);
    }
    return faults;
  });

/** After its one export; after what they are about where a few belong together. */
function isWellNamed(name: string, { exports, values, isScript }: Module): boolean {
  if (isScript || exports.length === 0) return true;
  const names = exports.map((one) => one.toLowerCase());
  const subject = name.replace(/s$/, '').toLowerCase();
  return names.some(
    (one) => one.startsWith(subject) || (values.length > 1 && one.includes(subject)),
  );
}

function nameOf(file: string): string {
  return path.posix.basename(file).replace(/\.\w+$/, '');
}
