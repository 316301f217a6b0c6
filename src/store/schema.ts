import type { Kysely } from 'kysely';

/** One line of the audit trail; each holds the hash of the line before it. */
export interface AuditTable {
  number: number;
  at: string;
  event: string;
  subject: string;
  detail: string;
  previous: string;
  hash: string;
}

/** Steps that were applied, in order. */
interface StepTable {
  number: number;
  applied_at: string;
}

export interface Tables {
  audit: AuditTable;
  schema_step: StepTable;
}

/**
 * The schema, step by step, in the SQL that SQLite and PostgreSQL share. Steps only go forward; a step that was
 * published is never edited.
 */
export const steps: readonly ((database: Kysely<Tables>) => Promise<void>)[] = [
  async (database) => {
    await database.schema
      .createTable('audit')
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .execute();
  },
];
