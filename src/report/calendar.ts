import { addDays, type Day } from '../model/index.ts';
import type { Deadline } from '../rehearsal/index.ts';

/**
 * Deadlines as an iCalendar file (RFC 5545): whole-day events, folded lines, no time zone. The stamp is the day rehearsed,
 * so that the same rehearsal gives the same bytes.
 */
export function calendarOf(
  title: string,
  stamp: Day,
  deadlines: readonly Pick<Deadline, 'day' | 'what' | 'why' | 'citation'>[],
): string {
  const events = deadlines.flatMap((deadline, index) => [
    'BEGIN:VEVENT',
    `UID:${compact(deadline.day)}-${index + 1}-${slug(deadline.what)}@aftershock.invalid`,
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

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
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
