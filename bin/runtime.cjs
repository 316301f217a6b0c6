'use strict';
/*
 * Plain JavaScript that any Node from 20 on can read. Makes a clone ready (pinned Node, dependencies, pages) and
 * runs a script under the pinned Node. In the published package the dependencies are there and Node is 24: nothing is installed.
 */
const { createHash } = require('node:crypto');
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { oneAtATime } = require('./one-at-a-time.cjs');

const root = path.resolve(__dirname, '..');
const pinnedVersion = '24.21.0';
const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(`aftershock: ${text}`);
  process.exit(1);
}

const isRecent = () => Number(process.versions.node.split('.')[0]) >= 24;

/* The published package brings no Node of its own. */
function requireNode() {
  if (!isRecent())
    stop(`Node 24 or newer is needed and this is Node ${process.versions.node}. Install it and try again.`);
}

function pinnedNode() {
  if (isRecent()) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const folder = path.join(root, '.runtime');
  const binary = path.join(
    folder,
    'node_modules',
    name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (!fs.existsSync(binary)) {
    say(
      `Aftershock runs on Node 24 and this is Node ${process.versions.node}: bringing Node ${pinnedVersion} into this folder (once, about 190 MB).`,
    );
    fs.mkdirSync(folder, { recursive: true });
    // A package of its own, so that npm installs here and not into the clone around it.
    fs.writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
    npm(['install', '--no-save', '--no-package-lock', `${name}@${pinnedVersion}`], process.env, folder);
    if (!fs.existsSync(binary))
      stop(
        `no Node ${pinnedVersion} for ${process.platform} on ${process.arch}. Install Node 24 and try again.`,
      );
  }
  return binary;
}

function npm(args, env, cwd) {
  const windows = process.platform === 'win32';
  const all = [...args, '--no-fund', '--no-audit', '--loglevel=error'];
  const result = spawnSync(windows ? 'npm.cmd' : 'npm', all, {
    cwd,
    env,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (result.error?.code === 'ENOENT')
    stop('npm was not found. Install it (it comes with Node.js) and try again.');
  if (result.status !== 0)
    stop(
      `npm ${args[0]} failed; what it said is above. Check the connection to the package registry (“npm ping”, and “npm config get registry” behind a proxy), then give the same command again: it goes on from here.`,
    );
}

function withNodeFirst(node) {
  // Windows spells it Path; a second spelling beside it would win or lose by chance.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${path.dirname(node)}${path.delimiter}${process.env[name] ?? ''}` };
}

function isClone() {
  return (
    fs.existsSync(path.join(root, 'package-lock.json')) &&
    fs.existsSync(path.join(root, 'src', 'cli', 'main.ts'))
  );
}

function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/* Runs `make` unless `stamp` already holds the fingerprint of `files`, or another process has just run it. */
function once(stamp, files, make) {
  const wanted = fingerprint(files);
  const isMade = () => fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
  if (isMade()) return;
  const makeAlone = () => {
    if (isMade()) return;
    make();
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, wanted);
  };
  oneAtATime(fs.realpathSync(root), makeAlone, () =>
    say('Another command makes Aftershock ready: waiting for it.'),
  );
}

function installDependencies(node) {
  once(path.join(root, 'node_modules', '.aftershock-installed'), ['package-lock.json'], () => {
    say('Installing the dependencies of Aftershock (once; under a minute).');
    npm(['ci'], withNodeFirst(node), root);
  });
}

function filesBelow(folder) {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === 'dist' || entry.name === 'node_modules' ? [] : filesBelow(name);
      return [name];
    })
    .sort();
}

/* The command of a command line: the first word that is no option, nor the value of the one option that stands before it. */
function commandOf(args) {
  return args.find((arg, index) => !arg.startsWith('-') && args[index - 1] !== '--home');
}

/* Builds the pages into web/dist when their sources changed. */
function buildPages(node) {
  if (!fs.existsSync(path.join(root, 'web', 'index.html'))) return;
  once(
    path.join(root, 'web', 'dist', '.aftershock-built'),
    ['package-lock.json', 'bin/runtime.cjs', ...filesBelow('web')],
    () => {
      say('Building the pages (once).');
      const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
      const result = spawnSync(node, [vite, 'build', 'web', '--logLevel', 'warn'], {
        cwd: root,
        stdio: ['ignore', 2, 2],
        // What the caller set would otherwise build, and keep, React as made for development.
        env: { ...withNodeFirst(node), NODE_ENV: 'production' },
      });
      if (result.status !== 0) stop('the pages could not be built.');
    },
  );
}

/* Goes on under the pinned Node with `script`, passing signals and the exit code through. */
function run(node, script, args) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
    env: withNodeFirst(node),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  child.on('error', (error) => stop(`could not start Node: ${error.message}`));
}

module.exports = { root, isClone, requireNode, pinnedNode, installDependencies, commandOf, buildPages, run };
