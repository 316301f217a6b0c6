import { writeFileSync } from 'node:fs';
import { faultCodes } from '../src/model/fault.ts';

/** The page `docs/errors.md`, made from the catalogue of faults. */
export function errorsPage(): string {
  const rows = Object.entries(faultCodes).map(
    ([code, { means, remedy, exit, status }]) =>
      `| \`${code}\` | ${means} | ${exit} | ${status} | ${remedy} |`,
  );
  return [
    '# Errors',
    '',
    '<!-- Generated from src/model/fault.ts by `node tools/write-errors-page.ts`; do not edit. -->',
    '',
    'Every error has a stable code, the place (file, line, field) where there is one, and what to do about it. The command line writes it to stderr and ends with an exit code; the HTTP interface answers with the status and a problem of RFC 9457 (`application/problem+json`) that carries `code`, `place` and `remedy`. An answer that could not be had is never shown as “clear”.',
    '',
    'Exit codes of the command line: 0 done, 1 failed, 2 wrong use, 3 done with findings (only where `--fail-on` asks for it).',
    '',
    'A bad row of a file does not stop its reading: it is reported with file, line and field under one of these codes, and the rest goes on. A bad line of JSON lines is answered by `{"id","error":{"code","message","line"}}` in its place.',
    '',
    '| code | means | exit | status | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(new URL('../docs/errors.md', import.meta.url), errorsPage());
