export type { Alternative, Casebook, Criterion, DemoPortfolio, Precedent } from './casebook.ts';
export { inspectCasebook, loadCasebook, packagedCasebook } from './load-casebook.ts';
export { sourceCodes } from './source-book.ts';
