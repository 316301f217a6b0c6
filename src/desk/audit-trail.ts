import { createHash } from 'node:crypto';
import { PostgresAdapter, sql } from 'kysely';
import type { AuditTable, Store } from '../store/index.ts';
import { canonicalJson, type Json } from './sealed-record.ts';

/** What happened, to what: `watch run` and the words of its portfolios. */
export interface AuditEvent {
  readonly event: string;
  readonly subject: string;
  readonly detail: Json;
}

const beginning = '0'.repeat(64);

function hashOf(line: Omit<AuditTable, 'hash'>): string {
  const { number, at, event, subject, detail, previous } = line;
  return createHash('sha256')
    .update(canonicalJson([number, at, event, subject, detail, previous]))
    .digest('hex');
}

/** Adds a line to the audit trail; it is kept when the promise resolves. `at` is an ISO instant. */
export async function note(store: Store, event: AuditEvent, at: string): Promise<AuditTable> {
  return store.transaction().execute(async (transaction) => {
    // SQLite has one writer by itself; on PostgreSQL two callers would otherwise take the same number.
    if (transaction.getExecutor().adapter instanceof PostgresAdapter)
      await sql`lock table audit in exclusive mode`.execute(transaction);
    const last = await transaction
      .selectFrom('audit')
      .selectAll()
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    const open = {
      number: (last?.number ?? 0) + 1,
      at,
      event: event.event,
      subject: event.subject,
      detail: canonicalJson(event.detail),
      previous: last?.hash ?? beginning,
    };
    const line = { ...open, hash: hashOf(open) };
    await transaction.insertInto('audit').values(line).execute();
    return line;
  });
}

/** The trail from the beginning, and the number of the first line that does not follow from the one before. */
export async function readTrail(
  store: Store,
): Promise<{ lines: AuditTable[]; brokenAt: number | undefined }> {
  const lines = await store.selectFrom('audit').selectAll().orderBy('number').execute();
  let previous = beginning;
  let brokenAt: number | undefined;
  for (const [index, line] of lines.entries()) {
    if (
      brokenAt === undefined &&
      (line.number !== index + 1 || line.previous !== previous || line.hash !== hashOf(line))
    )
      brokenAt = line.number;
    previous = line.hash;
  }
  return { lines, brokenAt };
}
