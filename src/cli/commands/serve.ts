import type { Command } from 'commander';
import { reportFolder } from '../../engine/index.ts';
import { openEngineFor } from '../open-engine.ts';
import { sharedOptions } from '../shared-options.ts';

export function define(command: Command): void {
  command
    .description('Serves the pages and the HTTP API on this machine only.')
    .option('--port <number>', 'another is taken where it is not free', '7117')
    .option('--log', 'structured logs on stderr')
    .addHelpText('after', '\nExample:\n  aftershock serve --port 8080')
    .action(async (options: { port: string; log?: boolean }) => {
      const { home } = sharedOptions(command);
      const engine = openEngineFor({ home, outlivesToday: true });
      const { serve } = await import('../serve.ts');
      return serve(engine, reportFolder(home), Number(options.port), options.log === true);
    });
}
