'use strict';
const path = require('node:path');
const { runChild } = require('./runChild.cjs');

/** Runs `npm ci` on the outer Node; resolves with what went wrong, or undefined. */
async function installPackages(root, node, missing) {
  const what = missing.length === 1 ? missing[0] : `${missing.length} packages`;
  const began = Date.now();
  process.stdout.write(`\n  Installing ${what} with npm ci: about half a minute\n`);
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, error } = await runNpm(root, node, args);
  if (error) return `Failed to run npm: ${error.message}. Install npm, then try again.`;
  if (code !== 0) return `Failed to install: npm ci ended with ${code}. What it said is above.`;
  process.stdout.write(`  Installed in ${Math.round((Date.now() - began) / 1000)} s\n`);
  return undefined;
}

function runNpm(root, node, args) {
  const options = {
    cwd: root,
    env: {
      ...process.env,
      // `npm` is a script that starts the first Node on PATH, so the outer one goes first.
      PATH: [path.dirname(node.path), process.env.PATH].join(path.delimiter),
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  };
  const npm = process.env.npm_execpath;
  if (npm && npm.endsWith('.js')) return runChild(node.path, [npm, ...args], options);
  if (process.platform === 'win32') return runChild('npm.cmd', args, { ...options, shell: true });
  return runChild('npm', args, options);
}

module.exports = { installPackages };
