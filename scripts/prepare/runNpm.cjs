'use strict';
const path = require('node:path');
const { runChild } = require('./runChild.cjs');

/** Runs npm in a folder, on this Node. */
function runNpm(folder, node, args) {
  const options = {
    cwd: folder,
    env: {
      ...process.env,
      // `npm` is a script that starts the first Node on PATH, so the one that is meant goes first.
      PATH: [path.dirname(node.path), process.env.PATH].join(path.delimiter),
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  };
  const all = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  if (npm && npm.endsWith('.js')) return runChild(node.path, [npm, ...all], options);
  if (process.platform === 'win32') return runChild('npm.cmd', all, { ...options, shell: true });
  return runChild('npm', all, options);
}

module.exports = { runNpm };
