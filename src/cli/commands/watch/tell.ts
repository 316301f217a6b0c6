import { dirname, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postJson, readListSettings, writeDurably } from '../../../archive/index.ts';
import { Fault } from '../../../model/index.ts';
import { unwritable } from '../../write-file.ts';
import { watchCsv } from './watch-csv.ts';
import { watchHtml } from './watch-html.ts';
import type { WatchReport } from './watch-report.ts';
import { watchText } from './watch-text.ts';

export interface TellOptions {
  readonly home: string;
  readonly json?: boolean;
  /** JSON on one line, for runs that follow one another. */
  readonly compact?: boolean;
  readonly out?: string;
  readonly notify?: string;
}

const forms: Readonly<Record<string, (report: WatchReport) => string>> = {
  '.html': (report) => [...watchHtml(report)].join(''),
  '.csv': (report) => [...watchCsv(report)].join(''),
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
};

/** Throws `AS_USAGE` where the name of the result file does not say its form. */
export function checkOut(path: string | undefined): void {
  if (path === undefined || extname(path).toLowerCase() in forms) return;
  throw new Fault('AS_USAGE', `--out ${path} does not say in what form.`, {
    remedy: `Give a name that ends in ${Object.keys(forms).join(', ')}.`,
  });
}

/** Tells a run everywhere it is to be told; returns when all have it, throws where one has not. */
export async function tell(report: WatchReport, options: TellOptions): Promise<void> {
  const { out, notify, home } = options;
  if (out !== undefined) writeOut(out, forms[extname(out).toLowerCase()]!(report));
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, options.compact ? undefined : 2)}\n` : watchText(report),
  );
  // Last, since it is the one that may fail for reasons outside: what stands above is told already.
  if (notify !== undefined) {
    await postJson(notify, JSON.stringify(report), {
      settings: readListSettings(home),
      waiting: { sleep: (milliseconds) => sleep(milliseconds), random: Math.random },
      now: Date.now,
      onRetry: (message, wait) => process.stderr.write(`${message}; again in ${Math.round(wait / 1000)} s\n`),
    });
    process.stderr.write(`Delivered: ${new URL(notify).origin}\n`);
  }
}

function writeOut(path: string, text: string): void {
  try {
    writeDurably(path, [Buffer.from(text)], dirname(path));
  } catch (cause) {
    throw unwritable(path, cause);
  }
  process.stderr.write(`Written: ${path}\n`);
}
