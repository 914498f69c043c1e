'use strict';
const path = require('node:path');
const { runChild } = require('./runChild.cjs');

/** Runs npm in a folder, on this Node; `beforeStop` is called where a signal stops it, and this process with it. */
function runNpm(folder, node, args, beforeStop) {
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
  if (npm && npm.endsWith('.js')) return runChild(node.path, [npm, ...all], options, beforeStop);
  if (process.platform === 'win32') {
    return runChild('npm.cmd', all, { ...options, shell: true }, beforeStop);
  }
  return runChild('npm', all, options, beforeStop);
}

module.exports = { runNpm };
