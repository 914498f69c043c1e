'use strict';
const path = require('node:path');
const integrity = require('./nodeIntegrity.json');
const { readJson } = require('./readJson.cjs');

/**
 * Whether npm fetched another Node than the one that is known here. The package `node` has its binary fetched by an
 * install script, which asks the registry and no lock: what npm found the archive to be it has written down.
 */
function isForeignNode(root) {
  const folder = path.join(root, 'node_modules', 'node', 'node_modules');
  const fetched = readJson(path.join(folder, '.package-lock.json'))?.packages ?? {};
  return Object.entries(integrity.packages).some(([name, known]) => {
    const entry = fetched[`node_modules/${name}`];
    return entry !== undefined && entry.integrity !== known;
  });
}

module.exports = { isForeignNode };
