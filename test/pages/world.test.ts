import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { itLooksRight } from './looks.ts';
import { type RunningService, startService } from './service.ts';

describeWithBrowser('the world page', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  itLooksRight(() => ({ browser, base: service.base }), '/world', '.story li');

  it('shows every observation with unit, day and source, and adds nothing up', async () => {
    const { page, close } = await openPage(browser, service.base, '/world?place=Brazil');
    const rows = page.locator('table tbody tr');
    await rows.first().waitFor();
    for (const row of await rows.all()) {
      const cells = await row.locator('th, td').allTextContents();
      expect(cells[0]).toContain('Brazil');
      expect(cells.slice(1).every((cell) => cell.trim() !== '')).toBe(true);
      expect(await row.locator('.source').count()).toBe(1);
    }
    expect(await page.locator('main').textContent()).not.toMatch(/\btotal\b/i);
    await close();
  });

  it('says where a fact is from when it is reached by keyboard, and in a list at the end', async () => {
    const { page, close } = await openPage(browser, service.base, '/world?place=Brazil');
    const source = page.locator('table .source').first();
    await source.waitFor();
    await page.getByRole('searchbox').focus();
    const card = source.locator('.source-card');
    for (let presses = 0; presses < 6 && !(await card.isVisible()); presses++)
      await page.keyboard.press('Tab');
    expect((await card.textContent())!.length).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    expect(await card.isVisible()).toBe(false);
    const code = (await source.locator('.source-code').textContent())!.split(/[ ,]/)[0]!;
    expect(await page.locator('.sources dt').allTextContents()).toContain(code);
    await close();
  });

  it('tells the story in order of day, and what was weighed apart from what was done', async () => {
    const { page, close } = await openPage(browser, service.base, '/world');
    await page.locator('.story li').first().waitFor();
    const days = await page
      .locator('.story time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')?.slice(0, 4) ?? ''));
    expect(days).toEqual([...days].sort());
    expect(days[0]! >= '2017').toBe(true);
    const weighed = page.locator('.story li', { hasText: 'considered' });
    for (const item of await weighed.all())
      expect((await item.getAttribute('class')) ?? '').not.toContain('done');
    await close();
  });
});
