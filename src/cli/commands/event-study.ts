import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Fault, parseDay } from '../../model/index.ts';
import {
  defaultEstimation,
  type EventStudy,
  eventStudy,
  readPrices,
  type Window,
} from '../../rehearsal/index.ts';
import { styled, textTable, wrap, writeJson } from '../terminal.ts';

interface Options {
  readonly prices: string;
  readonly event: string[];
  readonly window?: string[];
  readonly estimation?: string;
  readonly limit?: string;
  readonly date?: string;
  readonly share?: string;
  readonly index?: string;
  readonly json?: boolean;
}

export function define(command: Command): void {
  command
    .description(
      'Measures what an event did to a share price: market model, abnormal returns, t test, rank test and placebo (after MacKinlay 1997). You bring the prices.',
    )
    .requiredOption('--prices <file>', 'CSV of closing prices: day, share, index')
    .requiredOption('--event <day...>', 'day on which the news came out; one study for each')
    .option('--window <from:to...>', 'windows in trading days, such as -1:3 (default: -1:1, -1:3 and 0:4)')
    .option('--estimation <from:to>', 'estimation window in trading days (default: -130:-11)')
    .option(
      '--limit <percent>',
      'daily price limit of the exchange, such as 10; days at the limit are marked',
    )
    .option('--date <column>', 'column of the day (default: the first)')
    .option('--share <column>', 'column of the share price (default: the second of three)')
    .option('--index <column>', 'column of the index (default: the third of three)')
    .option('--json', 'the result as JSON on stdout')
    .addHelpText(
      'after',
      '\nExample:\n  aftershock event-study --prices prices.csv --event 2022-05-05 --window -1:3 --limit 10',
    )
    .action((options: Options) => run(options));
}

function run(options: Options): void {
  const { prices, issues } = readPrices(bytesOf(options.prices), options.prices, {
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.share === undefined ? {} : { share: options.share }),
    ...(options.index === undefined ? {} : { index: options.index }),
  });
  for (const issue of issues.slice(0, 10))
    process.stderr.write(`${issue.file}:${issue.line}: ${issue.message}\n`);
  if (issues.length > 10) process.stderr.write(`… and ${issues.length - 10} more rows.\n`);
  const limit = options.limit === undefined ? undefined : Number(options.limit);
  if (limit !== undefined && !(limit > 0 && limit <= 100))
    throw new Fault('AS_USAGE', `--limit is "${options.limit}".`, {
      remedy: 'Give a percentage such as 10.',
    });
  const windows = options.window?.map((text) => windowOf(text, '--window'));
  const studies = options.event.map((text) =>
    eventStudy(prices, {
      event: parseDay(text, { field: '--event' }),
      estimation:
        options.estimation === undefined ? defaultEstimation : windowOf(options.estimation, '--estimation'),
      ...(windows === undefined ? {} : { windows }),
      ...(limit === undefined ? {} : { priceLimit: limit }),
    }),
  );
  if (options.json) writeJson(studies.length === 1 ? studies[0] : studies);
  else for (const study of studies) process.stdout.write(studyText(study));
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Fault('AS_FILE_MISSING', 'The prices cannot be read.', {
      place: { file },
      remedy: 'Check the path.',
      cause,
    });
  }
}

function windowOf(text: string, option: string): Window {
  const match = /^(-?\d+):(-?\d+)$/.exec(text.trim());
  if (!match)
    throw new Fault('AS_USAGE', `${option} is "${text}".`, {
      remedy: `Write two trading days with a colon: ${option}=-1:3.`,
    });
  return { from: Number(match[1]), to: Number(match[2]) };
}

function studyText({ event, tradingDay, model, days, windows, notes }: EventStudy): string {
  const percent = (value: number) => `${(value * 100).toFixed(2)} %`;
  const chance = (p: number) => (p < 0.0001 ? '< 0.0001' : p.toFixed(4));
  return [
    styled('bold', `Event of ${event}${tradingDay === event ? '' : ` (day 0: ${tradingDay})`}\n`),
    `Market model on ${model.observations} returns, ${model.from} to ${model.to}: alpha ${model.alpha.toFixed(8)}, beta ${model.beta.toFixed(6)}, residual variance ${model.variance.toExponential(6)}\n\n`,
    textTable(
      [
        { title: 'Day', align: 'right' },
        { title: 'Date' },
        { title: 'Share', align: 'right' },
        { title: 'Index', align: 'right' },
        { title: 'Abnormal', align: 'right' },
        { title: '' },
      ],
      days.map((one) => [
        String(one.offset),
        one.day,
        percent(one.share),
        percent(one.index),
        percent(one.abnormal),
        one.atLimit ? 'at the limit' : '',
      ]),
    ),
    '\n',
    textTable(
      [
        { title: 'Window' },
        { title: 'CAR', align: 'right' },
        { title: 'Standard error', align: 'right' },
        { title: 't', align: 'right' },
        { title: 'p', align: 'right' },
        { title: 'Rank z', align: 'right' },
        { title: 'p', align: 'right' },
        { title: 'Placebo as large', align: 'right' },
      ],
      windows.map((one) => [
        `${one.window.from} to ${one.window.to}`,
        percent(one.car),
        percent(one.standardError),
        one.t.toFixed(2),
        chance(one.p),
        one.rank.z.toFixed(2),
        chance(one.rank.p),
        `${one.placebo.asExtreme} of ${one.placebo.windows}`,
      ]),
    ),
    '\n',
    ...notes.map((note) => wrap(note)),
    '\n',
  ].join('');
}
