import { jsonExtractFormat } from '../extract/json-extract.ts';
import { addAttribute } from '../record-draft.ts';

/** Extract of the table of withhold release orders and findings. */
export const withholdReleaseExtract = jsonExtractFormat({
  listId: 'cbp-wro',
  title: 'Extract of the published table as JSON',
  regime: 'us-cbp-wro',
  schema: ({ name }) => (/^Fishing Vessel:/.test(name) ? 'Vessel' : 'LegalEntity'),
  detail: (draft, entry) => {
    const notes = entry.notes ?? '';
    const kind = /^(WRO|Finding)\b/.exec(notes)?.[1];
    addAttribute(draft, 'industry', /Industry: ([^;]+)/.exec(notes)?.[1]);
    const merchandise = /Merchandise: (.+?)(?:; Remarks:|$)/.exec(notes)?.[1];
    addAttribute(draft, 'merchandise', merchandise);
    return {
      programs: kind ? [kind] : [],
      ...(merchandise ? { requirement: `Merchandise: ${merchandise}` } : {}),
    };
  },
});
