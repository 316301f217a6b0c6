import { columnProperties } from '../engine/screening/columns.ts';
import { Fault } from '../model/index.ts';

export const columnHelp = `which column holds what: ${columnProperties.join(', ')}`;

/** The columns named with `--column property=header`. Throws `AS_USAGE` for a property that there is not. */
export function columnOptions(given: readonly string[]): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const pair of given) {
    const at = pair.indexOf('=');
    const property = pair.slice(0, at);
    if (at <= 0 || !columnProperties.includes(property)) {
      throw new Fault('AS_USAGE', `--column "${pair}" is not understood.`, {
        remedy: `Write property=header, with one of: ${columnProperties.join(', ')}.`,
      });
    }
    columns[property] = pair.slice(at + 1);
  }
  return columns;
}
