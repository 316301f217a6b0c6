import { child, childText, type XmlElement } from '../../formats/xml.ts';
import { type ApproximateDay, type Day, isDay } from '../../model/day.ts';

/** `<Year>2014</Year><Month>10</Month><Day>10</Day>` as a day. */
export function dayOfPoint(point: XmlElement | undefined): Day | undefined {
  const year = childText(point, 'Year');
  if (!year) return undefined;
  const text = [
    year.padStart(4, '0'),
    (childText(point, 'Month') ?? '1').padStart(2, '0'),
    (childText(point, 'Day') ?? '1').padStart(2, '0'),
  ].join('-');
  return isDay(text) ? text : undefined;
}

/** A `DatePeriod`: from the earliest start to the latest end, with the precision that they leave. */
export function dayOfPeriod(period: XmlElement | undefined): ApproximateDay | undefined {
  if (!period) return undefined;
  const start = child(period, 'Start');
  const end = child(period, 'End');
  const earliest = dayOfPoint(child(start, 'From')) ?? dayOfPoint(child(start, 'To'));
  const latest = dayOfPoint(child(end, 'To')) ?? dayOfPoint(child(end, 'From')) ?? earliest;
  if (!earliest || !latest || latest < earliest) return undefined;
  const circa = start?.attributes.Approximate === 'true' || end?.attributes.Approximate === 'true';
  return { earliest, latest, text: periodText(earliest, latest, circa), ...(circa ? { circa: true } : {}) };
}

function periodText(earliest: Day, latest: Day, circa: boolean): string {
  const prefix = circa ? 'circa ' : '';
  if (earliest === latest) return prefix + earliest;
  const [from, to] = [earliest.slice(0, 4), latest.slice(0, 4)];
  const wholeYears = earliest.endsWith('-01-01') && latest.endsWith('-12-31');
  if (wholeYears) return prefix + (from === to ? from : `${from} to ${to}`);
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return prefix + earliest.slice(0, 7);
  return `${prefix}${earliest} to ${latest}`;
}
