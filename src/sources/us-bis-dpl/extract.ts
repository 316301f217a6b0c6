import { jsonExtractFormat } from '../extract/json-extract.ts';
import { readExactDay } from '../written-day.ts';

/** Extract of the file that BIS publishes as CSV. */
export const deniedPersonsExtract = jsonExtractFormat({
  listId: 'bis-dpl',
  title: 'Extract of the published CSV as JSON',
  regime: 'us-bis-dpl',
  schema: () => 'LegalEntity',
  detail: (_, entry) => {
    const until = readExactDay(/Expires: (\d{4}-\d{2}-\d{2})/.exec(entry.notes ?? '')?.[1]);
    return until ? { until } : {};
  },
});
