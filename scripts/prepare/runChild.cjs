'use strict';
const { spawn } = require('node:child_process');

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a command to its end, in the foreground, and passes on the signals that reach only this
 * process. A child stopped by a signal stops this process by the same one, and `beforeStop` is called before.
 */
function runChild(command, args, options, beforeStop = () => {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const passOn = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, passOn);
    const release = () => {
      for (const signal of signals) process.off(signal, passOn);
    };
    child.on('error', (error) => {
      release();
      resolve({ code: 1, error });
    });
    child.on('exit', (code, signal) => {
      release();
      if (signal === null) {
        resolve({ code });
        return;
      }
      beforeStop();
      process.kill(process.pid, signal);
    });
  });
}

module.exports = { runChild };
