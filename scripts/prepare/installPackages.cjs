'use strict';
const { fetchNode } = require('./fetchNode.cjs');
const { runNpm } = require('./runNpm.cjs');

/** Runs `npm ci` on a Node that may be replaced by it; resolves with what went wrong, or undefined. */
async function installPackages(root, outer, missing) {
  const what = missing.length === 1 ? missing[0] : `${missing.length} packages`;
  const began = Date.now();
  process.stdout.write(`\n  Installing ${what} with npm ci: about half a minute\n`);
  const fetched = outer.major < 24 ? await fetchNode(root, outer) : undefined;
  const { code, error } = await runNpm(root, fetched ?? outer, ['ci', '--include=dev']);
  fetched?.remove();
  if (error) return `Failed to run npm: ${error.message}. Install npm, then try again.`;
  if (code !== 0) {
    return (
      `Failed to install: npm ci ended with ${code}. What it said is above: most often that the registry cannot be ` +
      'reached, or that this folder cannot be written. Mend that, then try again.'
    );
  }
  process.stdout.write(`  Installed in ${Math.round((Date.now() - began) / 1000)} s\n`);
  return undefined;
}

module.exports = { installPackages };
