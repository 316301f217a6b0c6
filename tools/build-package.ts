import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * `npm run build`: what the published package runs on. JavaScript with types in `dist` (tables beside it), and the pages
 * in `web/dist`.
 */
const root = join(import.meta.dirname, '..');
const runtime: { buildPages(node: string): void } = createRequire(import.meta.url)('../bin/runtime.cjs');

rmSync(join(root, 'dist'), { recursive: true, force: true });
const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
const compiled = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
runtime.buildPages(process.execPath);
if (!existsSync(join(root, 'web', 'dist', 'index.html'))) {
  process.stderr.write('The pages were not built: web/dist/index.html is not there.\n');
  process.exitCode = 1;
}
if (compiled.status !== 0) process.exitCode = 1;
