import type { Catalogue } from './en.ts';

/** Simplified Chinese. */
export const zhHans: Catalogue = {
  product: 'Aftershock',
  skip: '跳到正文',
  navigation: '页面',
  start: '首页',
  ask: '提问',
  screen: '筛查',
  portfolios: '资产组合',
  rehearse: '推演',
  lists: '名单',
  world: '世界',
  language: '语言',
  loading: '正在载入……',
  nothingFound: '没有找到。没有命中并不等于放行。',
  failed: '无法载入。',
  offline: '服务没有响应。请运行“npm start”后重试。',
  tryAgain: '重试',
  disclaimer: '在人工核实之前，命中只是可能的匹配；没有命中并不等于放行。本页不是法律意见。',
};
