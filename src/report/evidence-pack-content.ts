import {
  type Ask,
  type FactNotice,
  factNotices,
  goodsOf,
  type Knowledge,
  labelOf,
  type TouchedAsset,
  unsettledDevice,
} from '../exposure/index.ts';
import {
  type Answer,
  type AppliedProvision,
  type Asset,
  type Confidence,
  confidences,
  type Day,
  type Device,
  daySchema,
  Fault,
  type Issue,
  type ListVersion,
  type Portfolio,
  type Question,
  type Touch,
} from '../model/index.ts';
import forms from './evidence-pack-forms.json' with { type: 'json' };

/** A question that a contractor or grant recipient must answer over a signature. */
export interface EvidencePackForm {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly verified: string;
  readonly signer: string;
  readonly role: string;
  readonly questions: readonly EvidenceQuestion[];
  readonly disclose: string;
  readonly notCovered: readonly string[];
}

export interface EvidenceQuestion {
  readonly id: string;
  readonly paragraph: string;
  readonly asks: string;
  readonly activity: string;
  readonly from: Day;
  /** Which things it is about: what is handed to the government, what one uses, what grant money buys. */
  readonly scope: 'delivery' | 'use' | 'spending';
  /** The provisions of section 889 that answer it; part A, part B and the grants rule are kept apart. */
  readonly provisions: readonly string[];
}

/** The forms that a pack can be made for. */
export const evidencePackForms: readonly EvidencePackForm[] = forms.forms.map((form) => ({
  ...form,
  questions: form.questions.map((question) => ({
    ...question,
    from: daySchema.parse(question.from),
    scope: scopeOf(question.scope),
  })),
}));

function scopeOf(text: string): EvidenceQuestion['scope'] {
  if (text === 'delivery' || text === 'use' || text === 'spending') return text;
  throw new Fault('AS_INTERNAL', `“${text}” is no scope of an evidence form.`);
}

/** The form with an id. Throws `AS_UNKNOWN_WORD` with the forms there are. */
export function evidenceForm(id: string): EvidencePackForm {
  const form = evidencePackForms.find((one) => one.id === id.trim().toLowerCase());
  if (form) return form;
  throw new Fault('AS_UNKNOWN_WORD', `There is no evidence pack for “${id}”.`, {
    remedy: `Packs are made for: ${evidencePackForms.map((one) => one.id).join(', ')}.`,
  });
}

/** What a pack is made of. An opened engine has all of it. */
export interface EvidencePackInput {
  /** Id of the form: `far-52.204-24`, `far-52.204-26` or `grant-200.216`. */
  readonly form: string;
  readonly portfolio: Portfolio;
  /** What was lost or doubtful when the files were read. */
  readonly issues: readonly Issue[];
  readonly touched: readonly TouchedAsset[];
  readonly knowledge: Knowledge;
  readonly ask: Ask;
  readonly on: Day;
  readonly known: Day;
  readonly versions: readonly ListVersion[];
  readonly register: string;
  readonly engine: string;
}

/** `found`: covered, by a sure enough match. `open`: not to be decided from the data. `free`: matched, but not covered. */
export type Outcome = 'found' | 'open' | 'free';

/** One thing under one question of the form. */
export interface ExaminedThing {
  readonly question: string;
  readonly outcome: Outcome;
  readonly asset: Asset;
  readonly label: string;
  readonly count: number;
  readonly site?: string;
  readonly confidence: Confidence;
  /** Who produced it, where a maker or party was matched. */
  readonly producer?: string;
  readonly touch?: Touch;
  /** The kind of goods in the words of the law. */
  readonly kind?: string;
  /** Purpose, place and funding as stated. */
  readonly stated: string;
  readonly provision?: AppliedProvision;
  /** Why the outcome is so; the words of the rule itself are those of the provision. */
  readonly because: string;
  /** What would decide, where something is open. */
  readonly settle?: string;
}

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

const regime = 'us-ndaa-889';

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

function countOf(asset: Asset): number {
  return asset.kind === 'device' ? asset.count : 1;
}

function ownFacts(asset: Asset): Readonly<Record<string, string | boolean>> {
  return asset.kind === 'device' ? asset.facts : {};
}

/** Whether the question is about such a thing at all. Holdings and payments are about money, which section 889 leaves alone. */
function isAbout(
  { scope }: EvidenceQuestion,
  asset: Asset,
  facts: Readonly<Record<string, string | boolean>>,
): boolean {
  const isForDelivery = facts.for === 'delivery to the government';
  switch (asset.kind) {
    case 'device':
      return scope === 'delivery' ? isForDelivery : scope === 'use' ? !isForDelivery : true;
    case 'vendor':
      return true;
    case 'contract':
      return asset.counterpartyRole === 'supplier' || scope === 'delivery';
    case 'holding':
    case 'payment':
      return false;
  }
}

type Law = (question: Omit<Question, 'on' | 'actor'>, on: Day) => ReturnType<Ask>;

/** Each distinct question is asked once. */
function createLaw(input: EvidencePackInput, form: EvidencePackForm): Law {
  const answers = new Map<string, ReturnType<Ask>>();
  const actor = { jurisdictions: ['us'], roles: [form.role] };
  return (question, on) => {
    const key = JSON.stringify([question, on]);
    const known = answers.get(key);
    if (known) return known;
    const answer = input.ask({ ...question, actor, on });
    answers.set(key, answer);
    return answer;
  };
}

function examine(
  input: EvidencePackInput,
  question: EvidenceQuestion,
  asset: Asset,
  touches: readonly TouchedAsset[],
  law: Law,
): ExaminedThing | undefined {
  const examined = touches
    .filter(({ touch }) => touch.role !== 'goods')
    .map((touched) => examineTouch(input, question, touched, law));
  const order: readonly Outcome[] = ['found', 'open', 'free'];
  examined.sort(
    (a, b) =>
      order.indexOf(a.outcome) - order.indexOf(b.outcome) || (b.touch?.score ?? 0) - (a.touch?.score ?? 0),
  );
  const open = unsettledDevice(asset, input.knowledge);
  const facts = touches[0]?.facts ?? ownFacts(asset);
  if (!open || examined[0]?.outcome === 'found' || examined[0]?.outcome === 'open') return examined[0];
  const isOwnMoney = question.scope === 'spending' && facts.funding === 'own funds';
  const isBefore = dealingOf(question, asset, input.on).on < question.from;
  return {
    question: question.id,
    outcome: isOwnMoney || isBefore ? 'free' : 'open',
    asset,
    label: labelOf(asset),
    count: open.count,
    ...(asset.site === undefined ? {} : { site: asset.site }),
    confidence: 'unknown',
    ...kindOf(asset),
    stated: statedText(facts),
    because: isOwnMoney
      ? 'Its maker is not known; the file says that it was bought with own money.'
      : isBefore
        ? beforeTheRule(question)
        : 'The evidence does not say who made it.',
    settle: open.question,
  };
}

function kindOf(asset: Asset): { kind?: string } {
  const kind = asset.kind === 'device' ? goodsOf(asset).item.kind : undefined;
  return kind === undefined ? {} : { kind };
}

function examineTouch(
  input: EvidencePackInput,
  question: EvidenceQuestion,
  { asset, touch, facts, item, settle }: TouchedAsset,
  law: Law,
): ExaminedThing {
  const { activity, on, missingDay } = dealingOf(question, asset, input.on);
  const goods = asset.kind === 'device' ? (item ?? {}) : described(asset);
  const answer = law(
    {
      activity,
      counterparty: touch.party,
      item: touch.role === 'maker' ? { ...goods, maker: touch.party } : goods,
      facts: factsFor(question, asset, facts),
    },
    on,
  );
  const own = answer.provisions.filter(
    ({ regime: of, provision }) => of === regime && question.provisions.includes(provision),
  );
  const barring = own.find(({ effect }) => effect === 'prohibited');
  const waiting = own.find(({ effect }) => effect === 'undetermined');
  const shared = {
    question: question.id,
    asset,
    label: labelOf(asset),
    count: countOf(asset),
    ...(asset.site === undefined ? {} : { site: asset.site }),
    confidence: touch.confidence,
    producer: input.knowledge.caption(touch.party),
    touch,
    ...kindOf(asset),
    stated: statedText(facts),
  };
  if (barring && (touch.confidence === 'possible' || touch.confidence === 'unknown')) {
    const check = settle ?? 'Find out who made it.';
    return {
      ...shared,
      outcome: 'open',
      provision: barring,
      because: 'Only a possible match. If it holds, the rule reaches it.',
      settle: check,
    };
  }
  if (barring && missingDay) {
    return {
      ...shared,
      outcome: 'open',
      provision: barring,
      because: `The rule is about money spent from ${question.from}; the file does not say when this was bought.`,
      settle: 'When was it ordered and paid? See the purchase order.',
    };
  }
  if (barring) {
    return {
      ...shared,
      outcome: 'found',
      provision: barring,
      because: 'A match that is sure enough, and the rule reaches it.',
      ...(settle === undefined ? {} : { settle }),
    };
  }
  if (waiting) {
    const asked =
      answer.unknowns.find(({ question: text }) => waiting.because.includes(text)) ?? answer.unknowns[0];
    return {
      ...shared,
      outcome: 'open',
      provision: waiting,
      because: 'A fact that the rule waits for is not stated.',
      settle: asked?.question ?? settle ?? 'A fact that the rule needs is not stated.',
    };
  }
  return { ...shared, outcome: 'free', because: reasonNotCovered(question, answer, on) };
}

/** Why a matched thing is not covered: the day, what the files state, or the listing, in that order. */
function reasonNotCovered(question: EvidenceQuestion, { considered }: Answer, on: Day): string {
  if (on < question.from) return beforeTheRule(question);
  const own = considered.filter(({ regime: of }) => of === regime);
  const ofRule = own.find(({ provision }) => question.provisions.includes(provision));
  return (
    (ofRule ?? own.find(({ provision }) => provision === 'listing'))?.because ??
    'By section 889 as held here, no listing reaches this party.'
  );
}

function beforeTheRule({ from }: EvidenceQuestion): string {
  return `Bought or signed before the rule applied (from ${from}), by the day in the file.`;
}

function dealingOf(
  { scope, activity }: EvidenceQuestion,
  asset: Asset,
  on: Day,
): { activity: string; on: Day; missingDay: boolean } {
  if (asset.kind === 'contract') {
    const signed = scope === 'spending' ? (asset.signed ?? asset.start) : undefined;
    const does = scope === 'delivery' ? 'sell' : 'contract';
    return {
      activity: does,
      on: earlier(signed, on),
      missingDay: scope === 'spending' && signed === undefined,
    };
  }
  if (asset.kind === 'vendor') {
    return { activity: scope === 'delivery' ? 'sell' : 'buy', on, missingDay: false };
  }
  // Spending is judged on the day of the purchase, use and delivery on the day of the question.
  const bought = scope === 'spending' && asset.kind === 'device' ? asset.purchased : undefined;
  return { activity, on: earlier(bought, on), missingDay: scope === 'spending' && bought === undefined };
}

function earlier(one: Day | undefined, other: Day): Day {
  return one !== undefined && one < other ? one : other;
}

function described(asset: Asset): { description?: string } {
  const text = asset.kind === 'vendor' ? asset.provides : asset.kind === 'contract' ? asset.item : undefined;
  return text === undefined ? {} : { description: text };
}

/** What decides a question and is not stated counts as unknown: over a signature nothing is taken for granted. */
function factsFor(
  { scope }: EvidenceQuestion,
  asset: Asset,
  facts: Readonly<Record<string, string | boolean>>,
): Readonly<Record<string, string | boolean>> {
  if (scope === 'spending' && facts.funding === undefined) return { ...facts, funding: 'unknown' };
  if (scope === 'delivery' && asset.kind !== 'device' && facts.for === undefined)
    return { ...facts, for: 'unknown' };
  return facts;
}

function statedText(facts: Readonly<Record<string, string | boolean>>): string {
  return ['purpose', 'place', 'funding', 'for']
    .flatMap((fact) => (facts[fact] === undefined ? [] : [`${fact}: ${facts[fact]}`]))
    .join('; ');
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

function notLookedAt(input: EvidencePackInput, form: EvidencePackForm, devices: readonly Device[]): string[] {
  const { portfolio, issues, versions } = input;
  const said: string[] = [];
  const has = (kind: Asset['kind']) => portfolio.assets.some((asset) => asset.kind === kind);
  if (!has('device')) said.push('Equipment: no file with devices was given.');
  if (!has('vendor'))
    said.push('Suppliers: no vendor file was given, so services and parts bought are not seen.');
  if (!has('contract'))
    said.push('Contracts: none were given, so leased equipment and services are not seen.');
  const used = new Set(devices.map(({ site }) => site));
  const empty = portfolio.sites.filter(({ id }) => !used.has(id));
  if (empty.length > 0)
    said.push(`Sites for which no device is in the files: ${empty.map(({ name }) => name).join(', ')}.`);
  const unplaced = devices.filter(({ site }) => site === undefined).length;
  if (unplaced > 0) said.push(`${unplaced} devices have no site in the files.`);
  const lost = issues.filter((issue) => issue.lost);
  if (lost.length > 0) {
    const places = lost
      .slice(0, 10)
      .map(({ file, line, message }) => `${file ?? ''}${line ? `:${line}` : ''} ${message}`);
    said.push(
      `Rows that could not be read: ${lost.length} (${places.join('; ')}${lost.length > 10 ? '; …' : ''}).`,
    );
  }
  if (form.questions.some(({ scope }) => scope === 'spending')) {
    const unfunded = devices.filter(({ facts }) => facts.funding === undefined).length;
    const undated = devices.filter(({ purchased }) => purchased === undefined).length;
    if (unfunded > 0)
      said.push(`${unfunded} devices have no statement of funding of their own in the files.`);
    if (undated > 0) said.push(`${undated} devices have no day of purchase in the files.`);
  }
  if (form.questions.some(({ scope }) => scope === 'delivery'))
    said.push(
      'What is offered or delivered to the Government, unless a file says of a thing that it is for delivery.',
    );
  said.push(
    'Equipment that is in no file: nothing was scanned and no site was visited.',
    'Components inside equipment of other makers, and systems used as a service, unless a file names their maker.',
  );
  if (has('holding') || has('payment'))
    said.push('Holdings and payments: these questions are not about them.');
  if (versions.length === 0)
    said.push('Official lists: none were held; the parties and listings are those of the casebook alone.');
  return [...said, ...form.notCovered];
}
