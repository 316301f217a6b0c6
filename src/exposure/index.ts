export { type Circumstances, createCircumstances, type FactNotice } from './circumstances.ts';
export * from './dealings.ts';
export * from './expose.ts';
export { goodsOf, kindsJudgedByCountry, type ReadGoods } from './goods.ts';
export { createNameFinder, type Found, type NameFinder } from './name-finder.ts';
export { type AssumptionWords, readAssumptions } from './read-assumptions.ts';
export * from './touch.ts';
export { createWorld, type NamedQuestion, type Reached, type World, type WorldInput } from './world.ts';
