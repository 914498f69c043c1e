'use strict';
const { existsSync } = require('node:fs');
const path = require('node:path');
const { readJson } = require('./readJson.cjs');

/**
 * The folders that package-lock.json names and that are not there in that version. Read from the
 * disk, not from a stamp: an install that was stopped half-way, or a folder deleted since, is seen.
 */
function findMissingPackages(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  // npm writes this list last; without it no install has ended.
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted)
    .filter(([folder, entry]) => {
      if (!folder.includes('node_modules/')) return false;
      // Optional packages are for some machines only: npm's own list says which belong here.
      const isOptional = entry.optional === true || entry.devOptional === true;
      return (!isOptional || folder in installed) && !isThere(root, folder, entry);
    })
    .map(([folder]) => folder);
}

function isThere(root, folder, entry) {
  if (entry.link === true) return existsSync(path.join(root, folder, 'package.json'));
  return readJson(path.join(root, folder, 'package.json'))?.version === entry.version;
}

function readPackages(file) {
  return readJson(file)?.packages ?? {};
}

module.exports = { findMissingPackages };
