import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasSharedData } from '../shared-data.ts';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { type RunningService, startService } from './service.ts';

describeWithBrowser('what needs one today', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([
      launchBrowser(),
      startService('2026-06-01', ['ofac-consolidated']),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  it('stands on the start page for each portfolio, and leads to the very assets', async () => {
    const { page, complaints, close } = await openPage(browser, service.base, '/');
    const school = page.locator('.needs article', { hasText: 'Harlow Prairie' });
    await school.waitFor();
    const unknown = school.locator('li', { hasText: 'devices of unknown maker' });
    const count = Number(await unknown.locator('.need-count').textContent());
    expect(await unknown.textContent()).toContain('Cheapest check');
    await unknown.getByRole('link').click();
    await page.locator('.virtual-row').first().waitFor();
    const shown = await page.getByRole('status').filter({ hasText: / of / }).textContent();
    expect(Number(shown!.split(' ')[0])).toBeGreaterThan(0);
    expect(Number(shown!.split(' ')[0])).toBeLessThanOrEqual(count);
    expect(complaints).toEqual([]);
    await close();
  });

  it('marks a match that is only possible as undetermined, with what it would be', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      '/portfolios/harlow-prairie-school-district?filter=undetermined',
    );
    const row = page.locator('.virtual-row', { hasText: 'possible match; if right:' }).first();
    await row.waitFor();
    expect(await row.locator('.effect').textContent()).toContain('undetermined');
    await close();
  });

  const tellsWhatTouches = async () => {
    const { page, complaints, close } = await openPage(
      browser,
      service.base,
      '/lists?from=2020-04-01&to=2026-03-01',
    );
    const touching = page.getByText(/changed entr(y|ies) may touch a portfolio of yours/);
    await touching.waitFor();
    await page.getByRole('button', { name: 'Show only those' }).click();
    const first = page.locator('.prose-list > li').first();
    await first.locator('.touched').first().waitFor();
    expect(await page.locator('.prose-list > li:not(:has(.touched))').count()).toBe(0);
    expect(await first.textContent()).toMatch(/was put on|was taken off|is on|: /);
    expect(await first.locator('.touched').first().textContent()).toMatch(/May touch .* match:/s);
    expect(page.url()).toContain('portfolio=mine');
    await first.locator('.touched a').first().click();
    await page.waitForURL('**/portfolios/**');
    expect(complaints).toEqual([]);
    await close();
  };
  const name = 'reads the changes of a list as prose, with what they may touch';
  if (hasSharedData) it(name, tellsWhatTouches);
  else it.skip('skipped: needs the official files in ../shared/data, which are not here', tellsWhatTouches);
});
