import type { Command } from 'commander';
import { openEngine, reportFolder } from '../../engine/index.ts';
import { sharedOptions, today } from '../shared-options.ts';

export function define(command: Command): void {
  command
    .description('Serves the pages and the HTTP API on this machine only.')
    .option('--port <number>', 'another is taken where it is not free', '7117')
    .option('--log', 'structured logs on stderr')
    .addHelpText('after', '\nExample:\n  aftershock serve --port 8080')
    .action(async (options: { port: string; log?: boolean }) => {
      const { home } = sharedOptions(command);
      const engine = openEngine({
        home,
        today: today(),
        onWork: (what) => process.stderr.write(`${what}\n`),
      });
      const { serve } = await import('../serve.ts');
      await serve(engine, reportFolder(home), Number(options.port), options.log === true);
    });
}
