import { Fault } from '../../model/index.ts';

/** The JSON of a form field. Throws 400 where it is none. */
export function jsonOf(field: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Fault('AS_USAGE', `The field “${field}” is not JSON.`, { cause });
  }
}
