'use strict';
/* Lets one process at a time make a folder ready: two first commands would install into one folder together. */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const pause = 300;
/* Nobody installs for so long; and the number of one that was killed may be that of any other process by then. */
const longest = 30 * 60_000;

/* Waits until no other process holds the lock of this name, and gives back what ends it. */
function begin(name, onWait) {
  const id = createHash('sha256').update(name).digest('hex').slice(0, 16);
  const file = path.join(os.tmpdir(), `aftershock-${id}.lock`);
  for (let waited = false; ; ) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => remove(file);
    } catch (error) {
      // A folder for temporary files that cannot be written to must not keep anybody from starting.
      if (error.code !== 'EEXIST') return () => {};
    }
    if (!isHeld(file)) {
      if (!remove(file)) return () => {};
      continue;
    }
    if (!waited) onWait();
    waited = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
  }
}

/* Whether the lock is gone. That of another user stays where only its owner may take it away. */
function remove(file) {
  try {
    fs.rmSync(file, { force: true });
    return true;
  } catch {
    return false;
  }
}

/* A process that was killed holds nothing. */
function isHeld(file) {
  try {
    const holder = Number(fs.readFileSync(file, 'utf8'));
    const age = Date.now() - fs.statSync(file).mtimeMs;
    // Written in a moment by who has just made it.
    if (!Number.isInteger(holder) || holder <= 0) return age < 10_000;
    // In a container every start may have the same number.
    if (holder === process.pid || age > longest) return false;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function oneAtATime(name, make, onWait = () => {}) {
  const end = begin(name, onWait);
  try {
    return make();
  } finally {
    end();
  }
}

module.exports = { oneAtATime };
