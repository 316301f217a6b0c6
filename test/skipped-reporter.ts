import type { Reporter, TestModule, Vitest } from 'vitest/node';

/**
 * Says at the end what was not run and why, so that a machine without the official files or a browser does not pass for
 * one with them. A skipped test says its reason in its name: `skipped: needs ...`.
 */
export default class SkippedReporter implements Reporter {
  #byName = false;

  onInit(vitest: Vitest): void {
    this.#byName = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    // Whoever asks for single tests by name knows that the others do not run.
    if (this.#byName) return;
    const lines = skippedLines(
      modules.flatMap((module) =>
        [...module.children.allTests('skipped')].map((test) => ({
          name: test.name,
          group: `${module.relativeModuleId} > ${test.parent.type === 'suite' ? test.parent.fullName : test.name}`,
        })),
      ),
    );
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n\n`);
  }
}

/** One line for each reason with how much it concerns, and below it what. */
export function skippedLines(tests: readonly { readonly name: string; readonly group: string }[]): string[] {
  const byReason = new Map<string, Set<string>>();
  for (const { name, group } of tests) {
    const reason = /^skipped: (.+)$/.exec(name)?.[1] ?? 'no reason stated';
    byReason.set(reason, (byReason.get(reason) ?? new Set()).add(group));
  }
  const reasons = [...byReason].sort(([a], [b]) => (a < b ? -1 : 1));
  return reasons.flatMap(([reason, groups]) => [
    ` Not run here (${groups.size} ${groups.size === 1 ? 'group' : 'groups'} of tests): ${reason}`,
    ...[...groups].sort().map((group) => `   ${group}`),
  ]);
}
