'use strict';
/* The README's test command: makes the clone ready and runs every test under the pinned Node. */
const path = require('node:path');
const runtime = require('./runtime.cjs');

const node = runtime.pinnedNode();
runtime.installDependencies(node);
runtime.buildPages(node);
runtime.run(node, path.join(runtime.root, 'node_modules', 'vitest', 'vitest.mjs'), [
  'run',
  ...process.argv.slice(2),
]);
