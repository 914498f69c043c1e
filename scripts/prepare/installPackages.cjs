'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { fetchNode } = require('./fetchNode.cjs');
const { runNpm } = require('./runNpm.cjs');

/**
 * Installs what the lock names, on a Node that may be replaced by it; resolves with what went wrong, or undefined.
 * `npm ci` begins by removing what is there. Where a whole install is, `npm install` puts it right, and leaves it as it
 * was when the registry cannot be reached.
 */
async function installPackages(root, outer, missing) {
  const what = missing.length === 1 ? missing[0] : `${missing.length} packages`;
  const began = Date.now();
  const isThere = existsSync(path.join(root, 'node_modules', '.package-lock.json'));
  const command = isThere ? ['install', '--no-save'] : ['ci'];
  process.stdout.write(`\n  Installing ${what} with npm ${command[0]}: about half a minute\n`);
  const fetched = outer.major < 24 ? await fetchNode(root, outer) : undefined;
  const remove = () => fetched?.remove();
  const args = [...command, '--include=dev'];
  const { code, error } = await runNpm(root, fetched ?? outer, args, remove);
  remove();
  if (error) return `Failed to run npm: ${error.message}. Install npm, then try again.`;
  if (code !== 0) {
    return (
      `Failed to install: npm ${command[0]} ended with ${code}. What it said is above: most often that the registry cannot be ` +
      'reached, or that this folder cannot be written. Mend that, then try again.'
    );
  }
  process.stdout.write(`  Installed in ${Math.round((Date.now() - began) / 1000)} s\n`);
  return undefined;
}

module.exports = { installPackages };
