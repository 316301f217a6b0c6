import { html, page } from './page.ts';
import type { ReportInput } from './report-input.ts';
import { assumedSection } from './sections/assumed.ts';
import { caughtSection } from './sections/caught.ts';
import { deadlinesSection } from './sections/deadlines.ts';
import { frontPage } from './sections/front-page.ts';
import { lawSection } from './sections/law.ts';
import { methodSection } from './sections/method.ts';
import { othersSection } from './sections/others.ts';
import { portfolioSection } from './sections/portfolio.ts';
import { publishedSection } from './sections/published.ts';
import { sensitivitySection } from './sections/sensitivity.ts';

/** The designation impact report as one HTML file. The same input gives the same bytes. */
export function reportHtml(input: ReportInput): string {
  const { rehearsals, regimeTitle } = input;
  const body = html`${frontPage(input)}
${assumedSection(input)}
${caughtSection(input)}
${rehearsals.map((rehearsal) => portfolioSection(rehearsal, input))}
${deadlinesSection(rehearsals, regimeTitle)}
${sensitivitySection(rehearsals)}
${othersSection(rehearsals)}
${publishedSection(input.observations)}
${lawSection(input)}
${methodSection(rehearsals)}`;
  return page(`Aftershock: ${rehearsals[0]!.scenario.title}`, body);
}
