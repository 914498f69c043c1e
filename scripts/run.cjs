'use strict';
// `npm start` and `npm test` on any Node from 18 on: installs what is missing, then hands over to
// scripts/<task>.ts on Node 24. One script and no pre-hooks, because --ignore-scripts skips those.

const path = require('node:path');
const { findInnerNode } = require('./prepare/findInnerNode.cjs');
const { findMissingPackages } = require('./prepare/findMissingPackages.cjs');
const { findOuterNode } = require('./prepare/findOuterNode.cjs');
const { installPackages } = require('./prepare/installPackages.cjs');
const { runChild } = require('./prepare/runChild.cjs');

const root = path.resolve(__dirname, '..');
const tasks = ['start', 'test'];

/** Ends this process with one line that says what is wrong and what to change. */
function stop(message) {
  process.stderr.write(`\n  ${message}\n\n`);
  process.exit(1);
}

async function main([task, ...args]) {
  if (Number(process.versions.node.split('.')[0]) < 18) {
    stop(`Node 18 or newer is needed to begin with; this is ${process.version}.`);
  }
  if (!tasks.includes(task)) stop(`Name a task: ${tasks.join(' or ')}.`);

  const outer = findOuterNode(root);
  const missing = findMissingPackages(root);
  if (missing.length > 0) {
    const failure = await installPackages(root, outer, missing);
    if (failure) stop(failure);
  }
  const node = findInnerNode(root, outer);
  if (node.failure) stop(node.failure);

  const { code, error } = await runChild(
    node.path,
    [path.join(root, 'scripts', `${task}.ts`), ...args],
    {
      cwd: root,
      // The channel tells the child when this process is gone, however it went.
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: withBin(process.env.PATH ?? ''),
        // A server, or a tool, that starts a second time starts in half the time.
        NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'paymentkit', 'compiled'),
      },
    },
  );
  if (error) stop(`Failed to run ${node.path}: ${error.message}.`);
  process.exit(code);
}

/** Tools started by name are found among this folder's packages first. */
function withBin(searchPath) {
  const bin = path.join(root, 'node_modules', '.bin');
  const rest = searchPath.split(path.delimiter).filter((entry) => entry !== bin);
  return [bin, ...rest].join(path.delimiter);
}

main(process.argv.slice(2));
