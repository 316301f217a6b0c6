import { createRequire } from 'node:module';
import { expect, it } from 'vitest';

const { commandOf } = createRequire(import.meta.url)('../bin/runtime.cjs') as {
  commandOf(args: readonly string[]): string | undefined;
};

it.each([
  ['serve', 'serve'],
  ['--home lists serve --port 8080', 'serve'],
  ['--home=lists start', 'start'],
  ['screen serve', 'screen'],
  ['--home serve lists', 'lists'],
  ['--help', undefined],
])('knows the command of “%s”, for pages are built for some alone', (line, command) => {
  expect(commandOf(line.split(' '))).toBe(command);
});
