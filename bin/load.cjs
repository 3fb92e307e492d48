'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const program = join(dist, 'cli.cjs');
const cache = join(dist, 'cli.cache');

/**
 * Loads the bundled program together with the machine code that V8 made of it at build time, which
 * takes a third off the start. Another version of Node refuses that code and compiles it afresh.
 */
function load() {
  const text = `(function (exports, require, module) {${readFileSync(program, 'utf8')}\n})`;
  const cachedData = existsSync(cache) ? readFileSync(cache) : undefined;
  const script = new Script(text, { filename: program, cachedData });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(program), module);
  return { main: module.exports.main, script };
}

module.exports = { cache, load };
