import type { AccuracyReport, CategoryResult } from './measure.ts';

/** The report as a table for a terminal or a Markdown page. */
export function reportTable(report: AccuracyReport): string {
  const lines = [
    `Settings ${report.settings}, threshold ${report.threshold}, ${report.parties} parties with ${report.names} names`,
    '',
    '| true names varied | tried | found |',
    '| --- | ---: | ---: |',
    ...report.recall.map((row) => `| ${row.category}: ${row.summary} | ${row.tried} | ${percent(row)} |`),
    '',
    '| names of others | tried | alerts |',
    '| --- | ---: | ---: |',
    ...report.alerts.map((row) => `| ${row.category}: ${row.summary} | ${row.tried} | ${percent(row)} |`),
    '',
    `Recall ${share(report.totals.recall)}, alerts on near misses ${share(report.totals.nearMissAlerts)}, on unlisted people ${share(report.totals.cleanAlerts)}, on the public ${share(report.totals.publicAlerts)}, F1 ${share(report.totals.f1)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** One line for each category. The caller makes CSV of the cells. */
export function reportCells(report: AccuracyReport): string[][] {
  const cells = (side: string, row: CategoryResult): string[] => [
    side,
    row.category,
    row.summary,
    String(row.tried),
    String(row.found),
    row.tried === 0 ? '' : (row.found / row.tried).toFixed(4),
  ];
  return [
    ['side', 'category', 'what', 'tried', 'found or alerted', 'share'],
    ...report.recall.map((row) => cells('true names', row)),
    ...report.alerts.map((row) => cells('names of others', row)),
  ];
}

/** A page to hand to an examiner: what was tried, what was found, what went wrong. */
export function reportPage(
  report: AccuracyReport,
  head: { readonly title: string; readonly about: readonly string[] },
): string {
  const table = (title: string, column: string, rows: readonly CategoryResult[]): string =>
    `<h2>${title}</h2><table><thead><tr><th scope="col">Variation</th><th scope="col">What was done</th><th scope="col">Tried</th><th scope="col">${column}</th></tr></thead><tbody>${rows
      .map(
        (row) =>
          `<tr><th scope="row">${escapeMarkup(row.category)}</th><td>${escapeMarkup(row.summary)}</td><td>${row.tried}</td><td>${percent(row)}</td></tr>`,
      )
      .join('')}</tbody></table>`;
  const wrong = [...report.recall, ...report.alerts].filter(({ examples }) => examples.length > 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeMarkup(head.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ccc;padding:.3rem .5rem;text-align:left;vertical-align:top}td:nth-child(n+3){text-align:right}</style></head>
<body><h1>${escapeMarkup(head.title)}</h1>${head.about.map((line) => `<p>${escapeMarkup(line)}</p>`).join('')}
<p>Settings ${escapeMarkup(report.settings)}, threshold ${report.threshold}; ${report.parties} parties with ${report.names} names. Recall ${share(report.totals.recall)}; alerts on near misses ${share(report.totals.nearMissAlerts)}; alerts on names of unlisted people ${share(report.totals.cleanAlerts)}, of the public ${share(report.totals.publicAlerts)}.</p>
${table('True names, varied', 'Found', report.recall)}
${table('Names of others', 'Alerts', report.alerts)}
<h2>What went wrong</h2>${wrong
    .map(
      (row) =>
        `<h3>${escapeMarkup(row.category)}</h3><ul>${row.examples
          .map(
            ({ query, listed, score }) =>
              `<li><bdi>${escapeMarkup(query)}</bdi> against <bdi>${escapeMarkup(listed)}</bdi>: ${score}</li>`,
          )
          .join('')}</ul>`,
    )
    .join('')}
</body></html>
`;
}

function percent(row: CategoryResult): string {
  return row.tried === 0 ? 'none fits' : share(row.found / row.tried);
}

function share(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

function escapeMarkup(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]!,
  );
}
