import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import { Fault } from '../model/index.ts';
import { steps, type Tables } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** The database of a user: SQLite in a file, or PostgreSQL for many users. */
export type Store = Kysely<Tables>;

/**
 * Opens the store and brings its schema up to date. `address` is the path of an SQLite file or a `postgres://` address.
 * Throws `AS_STORE` where it cannot be opened or is of a newer version of the program.
 */
export async function openStore(address: string): Promise<Store> {
  try {
    const store = new Kysely<Tables>({ dialect: await dialectOf(address) });
    await migrate(store);
    return store;
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('AS_STORE', `The store could not be opened: ${(cause as Error).message}.`, {
      place: { file: address.replace(/\/\/[^@/]*@/, '//…@') },
      remedy: 'Check the path, its permissions and the free space.',
      cause,
    });
  }
}

async function dialectOf(address: string): Promise<Dialect> {
  if (!/^postgres(ql)?:\/\//.test(address)) {
    mkdirSync(dirname(address), { recursive: true });
    return sqliteDialect(address);
  }
  const { default: pg } = await import('pg');
  // PostgreSQL gives 64-bit counts as text; every count here fits a number.
  pg.types.setTypeParser(20, Number);
  return new PostgresDialect({ pool: new pg.Pool({ connectionString: address, max: 8 }) });
}

async function migrate(store: Store): Promise<void> {
  await store.schema
    .createTable('schema_step')
    .ifNotExists()
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('applied_at', 'text', (column) => column.notNull())
    .execute();
  await store.transaction().execute(async (transaction) => {
    const { done } = await transaction
      .selectFrom('schema_step')
      .select(sql<number>`count(*)`.as('done'))
      .executeTakeFirstOrThrow();
    if (done > steps.length) {
      throw new Fault('AS_STORE', 'The store was written by a newer version of Aftershock.', {
        remedy: 'Use that version.',
      });
    }
    for (let number = done; number < steps.length; number++) {
      await steps[number]!(transaction);
      await transaction
        .insertInto('schema_step')
        .values({ number: number + 1, applied_at: new Date().toISOString() })
        .execute();
    }
  });
}
