import type { Observation } from '../model/index.ts';
import type { Rehearsal } from '../rehearsal/index.ts';
import { html, page } from './page.ts';
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
import type { TimelineBar } from './timeline.ts';

/** What the report is made of beside the rehearsals themselves. */
export interface ReportInput {
  /** Of one scenario, one a portfolio. */
  readonly rehearsals: readonly Rehearsal[];
  /** What is supposed, in a few statements. */
  readonly supposed: readonly string[];
  /** The party in the middle of the shock map. */
  readonly epicentre: string;
  /** What others published about the parties in question; shown side by side, never added up. */
  readonly observations: readonly Observation[];
  readonly regimeTitle: (id: string) => string;
  /** What is assumed, as periods. */
  readonly bars: readonly TimelineBar[];
  /** The law behind each list that somebody is put on or taken off. */
  readonly legalBases: readonly {
    readonly regime: string;
    readonly issuer: string;
    readonly authority: string;
    /** Whom the list reaches beside those who are on it. */
    readonly reaches: string;
    readonly verified: string;
  }[];
  /** Laws that answer foreign measures, for whoever is bound by both sides. */
  readonly counterMeasures: readonly {
    readonly regime: string;
    readonly says: string;
    readonly citation: string;
    readonly verified: string;
  }[];
  readonly jurisdictionOf: (regime: string) => string;
}

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
