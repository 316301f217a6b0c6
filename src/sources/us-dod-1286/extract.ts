import { jsonExtractFormat } from '../extract/json-extract.ts';

/** Extract of the list of institutions and talent programmes under section 1286. */
export const list1286Extract = jsonExtractFormat({
  listId: 'dow-1286',
  title: 'Extract of the published PDF as JSON',
  regime: 'us-dod-1286',
  schema: () => 'Organization',
});
