import { addDays } from '../../model/day.ts';
import type { RecordListing } from '../../model/source-record.ts';
import { type ExtractEntry, jsonExtractFormat } from '../extract/json-extract.ts';
import { regime } from '../record-draft.ts';
import { readExactDay } from '../written-day.ts';

/** Extract of the master list of nonproliferation sanctions: each determination is a listing with its own dates. */
export const nonproliferationExtract = jsonExtractFormat({
  listId: 'state-nonproliferation',
  title: 'Extract of the master list PDF as JSON',
  regime: 'us-state-isn',
  schema: () => 'LegalEntity',
  listings: (_, entry) => readDeterminations(entry),
});

/** `Authority: INKSNA; imposed 9/12/2024; status: Active; Vol.89, No. 177, 09/12/24, Federal Register | Authority: ...` */
function readDeterminations(entry: ExtractEntry): RecordListing[] {
  const listings: RecordListing[] = [];
  for (const part of (entry.notes ?? '').split(' | ')) {
    const match = /^Authority: (.+?); imposed ([^;]*); status: ([^;]*)(?:; (.*))?$/.exec(part);
    if (!match) continue;
    const [, authority, imposed, status, citation] = match;
    const from = readExactDay(imposed, 'month first');
    const ended = endOf(status!);
    listings.push({
      regime: regime('us-state-isn'),
      ...(from ? { from } : {}),
      ...(ended ? { until: ended } : {}),
      ...(citation ? { citation } : {}),
      programs: [authority!],
      remarks: `Status: ${status}`,
    });
  }
  return listings;
}

/** The last day in force of what `expired on`, was `lifted` or `terminated` on a day; a ban that ended in part goes on. */
function endOf(status: string) {
  if (
    !/^(?:all provisions )?(?:expired|lifted|terminated|waived)|all other sanctions removed/i.test(status)
  ) {
    return undefined;
  }
  const day = readExactDay(/(\d{1,2}\/\d{1,2}\/\d{2,4})\s*$/.exec(status)?.[1], 'month first');
  return day ? addDays(day, -1) : undefined;
}
