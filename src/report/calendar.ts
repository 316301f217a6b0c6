import { createHash } from 'node:crypto';
import { addDays, type Day } from '../model/index.ts';
import type { Deadline } from '../rehearsal/index.ts';

type Entry = Pick<Deadline, 'day' | 'what' | 'why' | 'citation' | 'asset'>;

/**
 * Deadlines as an iCalendar file (RFC 5545): whole-day events, folded lines, no time zone. The stamp is the day rehearsed,
 * so that the same rehearsal gives the same bytes.
 */
export function calendarOf(title: string, stamp: Day, deadlines: readonly Entry[]): string {
  const events = distinct(deadlines).flatMap((deadline) => [
    'BEGIN:VEVENT',
    `UID:${idOf(title, deadline)}@aftershock.invalid`,
    `DTSTAMP:${compact(stamp)}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(deadline.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(deadline.day, 1))}`,
    `SUMMARY:${escapeText(deadline.what)}`,
    `DESCRIPTION:${escapeText([deadline.why, deadline.citation].filter(Boolean).join(' '))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Aftershock//Rehearsal//EN',
    `X-WR-CALNAME:${escapeText(title)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

/** A day of the law that several portfolios have in common is one event. */
function distinct(deadlines: readonly Entry[]): Entry[] {
  const seen = new Map<string, Entry>();
  for (const deadline of deadlines) {
    const { day, what, why, citation, asset } = deadline;
    const key = JSON.stringify([day, what, why, citation ?? '', asset ?? '']);
    if (!seen.has(key)) seen.set(key, deadline);
  }
  return [...seen.values()];
}

/** The same for the same event, whatever stands beside it: a calendar that is read in again is not doubled. */
function idOf(title: string, { day, what, why, asset }: Entry): string {
  return createHash('sha256')
    .update(JSON.stringify([title, day, what, why, asset ?? '']))
    .digest('hex')
    .slice(0, 32);
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r\n?|\n/g, '\\n');
}

/** Lines are at most 75 octets; a longer one goes on after a line break and a blank. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const width = Buffer.byteLength(sign);
    if (octets + width > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += sign;
    octets += width;
  }
  return [...parts, part].join('\r\n ');
}
