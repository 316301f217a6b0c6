import { expect, it } from 'vitest';
import { splitBracketedNames } from './bracketed-names.ts';

it.each([
  [
    'Hoshine Silicon Industry (Shanshan) Co., Ltd (including one alias: Hesheng Silicon Industry (Shanshan) Co.) and subsidiaries',
    'Hoshine Silicon Industry (Shanshan) Co., Ltd',
    ['Hesheng Silicon Industry (Shanshan) Co.'],
    'and subsidiaries',
  ],
  ['Li Fangwei [also known as Karl Lee]', 'Li Fangwei', ['Karl Lee'], undefined],
  ['Xu, Collin (a.k.a. Collin Shu; Zhihong Xu)', 'Xu, Collin', ['Collin Shu', 'Zhihong Xu'], undefined],
  [
    'Xinjiang Production and Construction Corps (including three aliases: XPCC; Xinjiang Corps; and Bingtuan) and its subordinate and affiliated entities',
    'Xinjiang Production and Construction Corps',
    ['XPCC', 'Xinjiang Corps', 'Bingtuan'],
    'and its subordinate and affiliated entities',
  ],
  [
    'AVIC Chengdu Aircraft Co., Ltd. (formerly ZEMIC)',
    'AVIC Chengdu Aircraft Co., Ltd.',
    ['ZEMIC'],
    undefined,
  ],
  ['中电科普天科技股份有限公司 (原 杰赛科技)', '中电科普天科技股份有限公司', ['杰赛科技'], undefined],
  ['China Mobile Hong Kong (BVI) Limited', 'China Mobile Hong Kong (BVI) Limited', [], undefined],
  ['Kaliningrad Plant (ARZ) (Kaliningrad)', 'Kaliningrad Plant (ARZ) (Kaliningrad)', [], undefined],
])('%s', (text, name, others, rest) => {
  const split = splitBracketedNames(text);
  expect([split.name, split.others.map((other) => other.text), split.rest]).toEqual([name, others, rest]);
});
