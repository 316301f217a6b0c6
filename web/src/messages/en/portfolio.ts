export const portfolio = {
  portfolioTitle: 'Portfolios',
} as const;
