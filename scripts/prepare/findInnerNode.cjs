'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { isForeignNode } = require('./isForeignNode.cjs');

/**
 * The Node that package.json names, as an absolute path: parent folders' .bin are on PATH too.
 * Where npm ran no install scripts it is missing, and an outer Node of that age serves as well.
 */
function findInnerNode(root, outer) {
  const windows = process.platform === 'win32';
  const file = windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node';
  const inner = path.join(root, file);
  if (!existsSync(inner)) {
    if (outer.major >= 24) return { path: outer.path };
    return {
      failure:
        'Node 24 is missing: npm ran no install scripts (ignore-scripts). ' +
        'Run "npm rebuild node --ignore-scripts=false", then try again.',
    };
  }
  if (isForeignNode(root)) {
    return {
      failure:
        'The Node 24 that npm fetched is not the one that this project knows (scripts/prepare/nodeIntegrity.json). ' +
        'Look which registry npm asks, delete node_modules, then try again.',
    };
  }
  const { status, stdout } = spawnSync(inner, ['-p', 'process.version'], { encoding: 'utf8' });
  if (status === 0 && stdout.startsWith('v24.')) return { path: inner };
  return {
    failure: `${file} does not run here as Node 24. Delete node_modules, then try again.`,
  };
}

module.exports = { findInnerNode };
