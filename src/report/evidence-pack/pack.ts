import { type FactNotice, factNotices } from '../../exposure/index.ts';
import { type Asset, type Confidence, confidences, type Device, type Portfolio } from '../../model/index.ts';
import { createLaw, type ExaminedThing, examine } from './examine.ts';
import { type EvidencePackForm, type EvidenceQuestion, evidenceForm } from './forms.ts';
import type { EvidencePackInput } from './input.ts';
import { notLookedAt } from './not-looked-at.ts';
import { countOf, isAbout, ownFacts } from './question-scope.ts';

export interface QuestionResult {
  readonly question: EvidenceQuestion;
  /** Units and other things that the question is about. */
  readonly looked: number;
  readonly found: number;
  readonly open: number;
  readonly applies: boolean;
}

export interface EvidencePack {
  readonly form: EvidencePackForm;
  readonly results: readonly QuestionResult[];
  readonly things: readonly ExaminedThing[];
  readonly byConfidence: readonly {
    readonly confidence: Confidence;
    readonly devices: number;
    readonly units: number;
  }[];
  readonly bySite: readonly {
    readonly site: string;
    readonly name: string;
    readonly units: Readonly<Record<Confidence, number>>;
  }[];
  readonly kinds: readonly { readonly kind: Asset['kind']; readonly things: number }[];
  readonly notLookedAt: readonly string[];
  readonly notices: readonly FactNotice[];
}

/** Examines a portfolio for a form. Pure: the same input gives the same pack; nothing is said that the data do not say. */
export function evidencePack(input: EvidencePackInput): EvidencePack {
  const form = evidenceForm(input.form);
  const things: ExaminedThing[] = [];
  const results: QuestionResult[] = [];
  const touchesOf = Map.groupBy(input.touched, ({ asset }) => asset);
  const law = createLaw(input, form);
  for (const question of form.questions) {
    const applies = question.from <= input.on;
    let [looked, found, open] = [0, 0, 0];
    for (const asset of input.portfolio.assets) {
      const touches = touchesOf.get(asset) ?? [];
      if (!isAbout(question, asset, touches[0]?.facts ?? ownFacts(asset))) continue;
      const count = countOf(asset);
      looked += count;
      if (!applies) continue;
      const thing = examine(input, question, asset, touches, law);
      if (!thing) continue;
      things.push(thing);
      if (thing.outcome === 'found') found += count;
      if (thing.outcome === 'open') open += count;
    }
    results.push({ question, looked, found, open, applies });
  }
  const devices = input.portfolio.assets.filter((asset): asset is Device => asset.kind === 'device');
  const sure = devices.map((device) => ({ device, confidence: input.knowledge.identify(device).confidence }));
  return {
    form,
    results,
    things,
    byConfidence: confidences.map((confidence) => {
      const own = sure.filter((one) => one.confidence === confidence);
      return {
        confidence,
        devices: own.length,
        units: own.reduce((sum, { device }) => sum + device.count, 0),
      };
    }),
    bySite: sitesOf(input.portfolio, sure),
    kinds: (['device', 'vendor', 'contract', 'holding', 'payment'] as const).map((kind) => ({
      kind,
      things: input.portfolio.assets.filter((asset) => asset.kind === kind).length,
    })),
    notLookedAt: notLookedAt(input, form, devices),
    notices: factNotices(input.portfolio),
  };
}

function sitesOf(
  portfolio: Portfolio,
  sure: readonly { device: Device; confidence: Confidence }[],
): EvidencePack['bySite'] {
  const names = new Map(portfolio.sites.map(({ id, name }) => [id, name]));
  const bySite = Map.groupBy(sure, ({ device }) => device.site ?? '');
  const ids = [...new Set([...portfolio.sites.map(({ id }) => id), ...bySite.keys()])].sort();
  return ids.map((site) => {
    const units: Record<Confidence, number> = { certain: 0, probable: 0, possible: 0, unknown: 0 };
    for (const { device, confidence } of bySite.get(site) ?? []) units[confidence] += device.count;
    return { site, name: site === '' ? 'no site stated' : (names.get(site) ?? site), units };
  });
}
