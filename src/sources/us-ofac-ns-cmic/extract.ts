import { type ExtractEntry, jsonExtractFormat } from '../extract/json-extract.ts';
import { addFact } from '../ofac/fact.ts';
import { addAttribute, type Draft } from '../record-draft.ts';
import { readExactDay } from '../written-day.ts';

/** Extract of OFAC’s NS-CMIC PDF; it has two of the three dates (no divestment date). */
export const cmicExtract = jsonExtractFormat({
  listId: 'ofac-nscmic',
  title: 'Extract of the NS-CMIC PDF as JSON',
  regime: 'us-ns-cmic',
  schema: () => 'Company',
  detail: (draft: Draft, entry: ExtractEntry) => {
    let listed: ReturnType<typeof readExactDay>;
    let programs: string[] = [];
    for (const part of (entry.notes ?? '').split('; ')) {
      const [label = '', value = ''] = part.split(/: (.*)/s);
      if (label === 'Listing Date (CMIC)') listed = readExactDay(value);
      else if (label === 'Program') programs = [value];
      else if (label === 'Target Type') addAttribute(draft, 'target type', value);
      else if (label === 'Linked To') addFact(draft, { label: 'Linked To:', value });
      else if (label === 'USCC') {
        const [, code, country] = /^(\S+)(?: \((.+)\))?$/.exec(value) ?? [];
        addFact(draft, { label: 'Unified Social Credit Code (USCC)', value: code ?? value, country });
      }
    }
    return {
      ...(listed ? { from: listed } : {}),
      programs,
      dates: {
        ...(listed ? { listed } : {}),
        ...(entry.effective ? { effective: entry.effective } : {}),
      },
    };
  },
});

/** The annex to E.O. 14032 of 3 June 2021, with which the list began. */
export const annexExtract = jsonExtractFormat({
  listId: 'ofac-eo14032',
  title: 'Extract of the annex to E.O. 14032 as JSON',
  regime: 'us-ns-cmic',
  schema: () => 'Company',
  detail: (_, entry) => ({
    programs: ['CMIC-EO13959'],
    ...(entry.effective ? { dates: { effective: entry.effective } } : {}),
  }),
});
