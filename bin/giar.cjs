#!/usr/bin/env node
'use strict';

/** Exit 2: the work could not be done. Node's own choice, 1, would say that a report is wrong. */
function giveUp(reason) {
  process.stderr.write(`giar: ${reason}\n`);
  process.exitCode = 2;
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  giveUp(`需要 Node.js 20 或更新的版本 / Node.js 20 or newer is needed (${process.version})`);
} else {
  try {
    require('./load.cjs').load().main(process.argv.slice(2)).catch(giveUp);
  } catch (error) {
    giveUp(
      error.code === 'ENOENT'
        ? '程序尚未构建，请先运行 / not built yet, run: npm run build'
        : error,
    );
  }
}
