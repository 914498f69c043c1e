'use strict';
const { readFileSync } = require('node:fs');

/** What a JSON file holds; undefined where there is none, or it is half written. */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

module.exports = { readJson };
