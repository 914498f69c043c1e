'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, realpathSync } = require('node:fs');
const path = require('node:path');

/**
 * The Node that was here before this project's own: an install replaces node_modules, and with it a
 * Node that runs from there.
 */
function findOuterNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((dir) => path.join(dir, name));
  const candidates = [process.env.npm_node_execpath, process.execPath, ...onPath];
  const found = candidates.find(
    (file) => file !== undefined && existsSync(file) && !isIn(root, realpathSync(file)),
  );
  if (found === undefined || realpathSync(found) === realpathSync(process.execPath)) {
    return { path: process.execPath, major: majorOf(process.versions.node) };
  }
  const { stdout } = spawnSync(found, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  return { path: found, major: majorOf(stdout ?? '') };
}

/** A parent folder's node_modules/.bin is on PATH too: only a Node outside every one counts. */
function isIn(root, file) {
  return file.startsWith(root + path.sep) || file.split(path.sep).includes('node_modules');
}

function majorOf(version) {
  return Number(version.split('.')[0]) || 0;
}

module.exports = { findOuterNode };
