'use strict';
/* Makes a clone ready to run and test, and does nothing else. */
const runtime = require('./runtime.cjs');

const node = runtime.pinnedNode();
runtime.installDependencies(node);
runtime.buildPages(node);
