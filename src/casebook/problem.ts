import type { Issue } from '../model/fault.ts';

/** Where in the casebook a fact stands; the line is looked up only when it is needed. */
export interface Origin {
  readonly file: string;
  line(): number;
  readonly field?: string;
}

/** What is wrong with the casebook, all of it, in the order found. */
export class Problems {
  readonly found: Issue[] = [];

  add(origin: Origin, message: string, field = origin.field): void {
    this.found.push({
      code: 'AS_CASEBOOK',
      message,
      file: origin.file,
      line: origin.line(),
      ...(field === undefined ? {} : { field }),
      lost: true,
    });
  }
}
