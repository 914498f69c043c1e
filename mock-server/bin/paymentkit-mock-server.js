#!/usr/bin/env node
const { node } = process.versions;
const [major, minor] = node.split('.').map(Number);

// An older one ends with a stack of what it does not have.
if (major > 22 || (major === 22 && minor >= 14)) {
  // Not awaited: some package managers load a command with require, which takes no module that waits.
  void import('../dist/cli.js');
} else {
  console.error(`paymentkit-mock-server needs Node 22.14 or later; this is ${node}.`);
  process.exitCode = 1;
}
