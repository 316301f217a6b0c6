import type { portfolio as english } from '../en/portfolio.ts';

export const portfolio: Record<keyof typeof english, string> = {
  portfolioTitle: '资产组合',
};
