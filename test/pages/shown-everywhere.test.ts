import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { itLooksRight } from './looks.ts';
import { type RunningService, startService } from './service.ts';

/** Pages with the heading that says that they have come. */
const pages = [
  ['start', '/'],
  ['search results', '/?q=海康威视'],
  ['a device', '/?q=44:19:B6:3A:10:01'],
  ['a party', '/party/hikvision?on=2021-07-01'],
  ['a party reached by ownership', '/party/hikvision-uk'],
  ['a question', '/ask?as=us-university&activity=export&party=hikvision&on=2020-01-01'],
  ['a question about nobody known', '/ask?party=Nobody%20of%20this%20Name'],
  ['the lists', '/lists?from=2018-01-01&to=2026-03-01'],
  ['nothing', '/no-such-page'],
] as const;

describeWithBrowser('every page', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  describe.each(pages)('%s', (_name, path) => {
    itLooksRight(() => ({ browser, base: service.base }), path, 'h1');

    it('in Chinese has no text left untranslated in its frame', async () => {
      const { page, close } = await openPage(browser, service.base, path, { locale: 'zh-CN' });
      await page.locator('h1').waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
      expect(await page.locator('header nav').textContent()).not.toMatch(/[A-Za-z]{3}/);
      await close();
    });
  });

  it('is built as for users whatever started the build, React without its warnings for developers', async () => {
    const { page, close } = await openPage(browser, service.base, '/');
    await page.waitForLoadState('networkidle');
    const scripts = await page.evaluate<string[]>(
      `Promise.all(performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .map(({ name }) => fetch(name).then((answer) => answer.text())))`,
    );
    expect(scripts.join('').length).toBeGreaterThan(100_000);
    expect(scripts.filter((script) => script.includes('Each child in a list should have a unique'))).toEqual(
      [],
    );
    await close();
  });

  it('stays within 250 kB of compressed scripts on the first page', async () => {
    const { page, close } = await openPage(browser, service.base, '/');
    await page.waitForLoadState('networkidle');
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
    );
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(250 * 1024);
    await close();
  });
});
