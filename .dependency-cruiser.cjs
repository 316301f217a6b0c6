/* Imports go only downward: each room may know the rooms of the layers below it, and itself. */
const layers = [
  ['model'],
  ['formats', 'text'],
  ['sources', 'law', 'ownership', 'equipment', 'match', 'portfolio'],
  ['casebook', 'archive', 'store'],
  ['exposure'],
  ['rehearsal'],
  ['report', 'desk', 'batch'],
  ['engine'],
  ['server'],
  ['cli'],
];
const pure = [
  'model',
  'formats',
  'text',
  'sources',
  'law',
  'ownership',
  'equipment',
  'match',
  'portfolio',
  'exposure',
  'rehearsal',
];

const rules = layers.flatMap((rooms, index) =>
  rooms.map((room) => {
    const below = layers.slice(0, index).flat();
    return {
      name: `${room}-knows-only-what-is-below`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...rules,
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/`, pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?(fs|fs/promises|net|http|https|child_process|os|worker_threads|dns|tls)$' },
    },
    { name: 'pages-talk-to-the-api-only', severity: 'error', from: { path: '^web/' }, to: { path: '^src/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
