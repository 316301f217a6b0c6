import type { Kysely } from 'kysely';

/** A sealed record, kept whole. */
export interface RecordTable {
  sha256: string;
  command: string;
  /** When it was kept: ISO instant, UTC. */
  kept_at: string;
  content: string;
}

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
  sealed_record: RecordTable;
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
      .createTable('sealed_record')
      .addColumn('sha256', 'text', (column) => column.primaryKey())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('kept_at', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .execute();
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
