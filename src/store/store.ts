import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Dialect, Kysely, PostgresAdapter, PostgresDialect, sql } from 'kysely';
import { Fault } from '../model/index.ts';
import { steps, type Tables } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';

/** The database of a user: SQLite in a file, or PostgreSQL for many users. */
export type Store = Kysely<Tables>;

/**
 * Where the store of a home folder is: a file in it, unless the environment names a PostgreSQL database in `AFTERSHOCK_STORE`.
 * An address holds a password, which belongs on no command line. Throws `AS_USAGE` for anything that is no such address.
 */
export function storeAddress(home: string, environment: NodeJS.ProcessEnv = process.env): string {
  const given = environment.AFTERSHOCK_STORE?.trim();
  if (!given) return join(home, 'aftershock.db');
  if (isPostgres(given) && URL.canParse(given) && new URL(given).hostname !== '') return given;
  throw new Fault('AS_USAGE', 'AFTERSHOCK_STORE is no address of a PostgreSQL database.', {
    remedy: `Write postgres://USER:PASSWORD@HOST:5432/DATABASE, or leave it out to use ${join(home, 'aftershock.db')}.`,
  });
}

/** What may be said of an address: of PostgreSQL the host and the database, never user or password. */
export function storeName(address: string): string {
  if (!isPostgres(address) || !URL.canParse(address)) return address;
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}

/** Whether the store is a file, and not a database server. */
export function isFileStore(address: string): boolean {
  return !isPostgres(address);
}

/**
 * Opens the store and brings its schema up to date. `address` is the path of an SQLite file or a `postgres://` address.
 * Throws `AS_STORE` where it cannot be opened or is of a newer version of the program.
 */
export async function openStore(address: string): Promise<Store> {
  let store: Store | undefined;
  try {
    store = new Kysely<Tables>({ dialect: await dialectOf(address) });
    await migrate(store);
    return store;
  } catch (cause) {
    await store?.destroy().catch(() => {});
    throw cause instanceof Fault ? cause : storeFault('The store could not be opened', address, cause);
  }
}

/** A failure of the database as a fault that says what was not done, where, and what it said. */
export function storeFault(what: string, address: string, cause: unknown): Fault {
  return new Fault('AS_STORE', `${what}: ${reasonOf(cause)}.`, {
    place: { file: storeName(address) },
    remedy: isPostgres(address)
      ? 'Check that the server runs, and host, port, database, user and password in AFTERSHOCK_STORE.'
      : 'Check the path, its permissions and the free space.',
    cause,
  });
}

/** A host with several addresses gives one error for each, under a name without a text. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError && cause.errors.length > 0) return reasonOf(cause.errors[0]);
  return cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause);
}

function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** How long a server may take to answer, in milliseconds: one that is not there must not hold a run up for minutes. */
const patience = 10_000;

async function dialectOf(address: string): Promise<Dialect> {
  if (!isPostgres(address)) {
    mkdirSync(dirname(address), { recursive: true });
    return sqliteDialect(address);
  }
  const { default: pg } = await import('pg');
  // PostgreSQL gives 64-bit counts as text; every count here fits a number.
  pg.types.setTypeParser(20, Number);
  const pool = new pg.Pool({ connectionString: address, max: 8, connectionTimeoutMillis: patience });
  // A connection that breaks while nobody uses it is replaced; whoever asks next is told if that fails.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}

/** Any number that nothing else locks: two that open a new database at once must not both make its tables. */
const migrationLock = 7_240_911_533;

async function migrate(store: Store): Promise<void> {
  await store.transaction().execute(async (transaction) => {
    if (transaction.getExecutor().adapter instanceof PostgresAdapter)
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    await transaction.schema
      .createTable('schema_step')
      .ifNotExists()
      .addColumn('number', 'integer', (column) => column.primaryKey())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .execute();
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
