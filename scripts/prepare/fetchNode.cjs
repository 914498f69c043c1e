'use strict';
const { mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { findInnerNode } = require('./findInnerNode.cjs');
const { runNpm } = require('./runNpm.cjs');

/**
 * The Node that the packages will run on, in a folder to be removed. npm leaves out whatever is optional and names a
 * newer Node than the one that npm runs on: that includes the binaries of tools. Undefined where it cannot be had.
 */
async function fetchNode(root, outer) {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-node-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const args = ['install', `node@${devDependencies.node}`, '--no-save'];
  const { code } = await runNpm(folder, outer, args);
  const found = code === 0 ? findInnerNode(folder, outer) : {};
  if (found.path !== undefined) return { path: found.path, remove };
  remove();
  return undefined;
}

module.exports = { fetchNode };
