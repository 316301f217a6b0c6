/** The casebook: loaded from its data files, checked as a whole. See `docs/casebook.md`. */
export type { Alternative, Casebook, Criterion, DemoPortfolio, Precedent } from './casebook.ts';
export { findParty } from './find-party.ts';
export { inspectCasebook, loadCasebook, packagedCasebook } from './load-casebook.ts';
export {
  type PageQuestion,
  type PartyPage,
  partyPage,
  type ShownLink,
  type ShownListing,
} from './party-page.ts';
export { sourceCodes } from './source-book.ts';
