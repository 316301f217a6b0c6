/** How fast the law answers, on the casebook: questions a second on one core, and the matrix of a party. */
import { loadCasebook } from '../src/casebook/index.ts';
import { createWorld } from '../src/exposure/world.ts';
import { ask, matrix, prepareQuestion, type QuestionInput } from '../src/law/index.ts';
import { activities, addDays, type Day, type PartyId, viewOf } from '../src/model/index.ts';

const casebook = loadCasebook();
const world = createWorld({
  register: viewOf({
    known: '2026-11-22' as Day,
    parties: casebook.parties,
    listings: casebook.listings,
    links: casebook.links,
    versions: [],
    redirects: {},
    hash: casebook.hash,
  }),
  casebook,
});

const roles = [
  'exporter',
  'federal agency',
  'federal contractor',
  'grant recipient',
  'bank',
  'fund',
  'importer',
  'end user',
];
const descriptions = ['network camera', 'integrated circuit', 'router', 'test kit'];
const parties = casebook.parties.map((party) => party.id);
let seed = 20_220_601;
/** A small fixed generator, so that every run asks the same. */
function next(below: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
}

interface Asked {
  readonly question: QuestionInput & { readonly on: Day };
  readonly counterparty: PartyId;
}

const questions: Asked[] = Array.from({ length: 20_000 }, () => ({
  counterparty: parties[next(parties.length)]!,
  question: {
    on: addDays('2019-01-01' as Day, next(2_880)),
    actor: { jurisdiction: ['us'], roles: [roles[next(roles.length)]!] },
    activity: activities.words[next(activities.words.length)]!.word,
    item: { description: descriptions[next(descriptions.length)]!, eccn: 'EAR99', origin: 'us' },
    facts: { purpose: 'public safety' },
  },
}));

function measure(what: string, count: number, run: () => void): void {
  run();
  const start = performance.now();
  run();
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `${what}: ${count} in ${seconds.toFixed(2)} s, ${Math.round(count / seconds)} a second on one core`,
  );
}

console.log(
  `casebook: ${casebook.regimes.length} regimes, ${casebook.regimes.flatMap((one) => one.provisions).length} provisions, ${parties.length} parties, ${casebook.listings.length} listings`,
);
const prepared = questions.map(({ question, counterparty }) => ({
  question: prepareQuestion(question),
  asked: { counterparty: world.standing(counterparty, question.on) },
}));
measure('ask, question prepared and standing known', questions.length, () => {
  for (const { question, asked } of prepared) ask(world.book, question, asked);
});
measure('ask by name, from JSON line to answer', questions.length, () => {
  for (const { question, counterparty } of questions)
    JSON.stringify(world.askNamed({ ...JSON.parse(JSON.stringify(question)), counterparty }));
});
measure('matrix of one party, all regimes, six activities', 500, () => {
  for (let index = 0; index < 500; index++) {
    const on = addDays('2019-01-01' as Day, index * 5);
    const standing = world.standing(parties[index % parties.length]!, on);
    matrix({
      book: world.book,
      standing,
      actor: { jurisdictions: ['us'], roles: ['federal contractor'] },
      on,
    });
  }
});
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
