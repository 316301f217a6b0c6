import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { itLooksRight } from './looks.ts';
import { type RunningService, startService } from './service.ts';

describeWithBrowser('the rehearse page', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  itLooksRight(() => ({ browser, base: service.base }), '/rehearse', '.shock-map .mark');

  it('shows the same marks in the picture and in the list, and a path with its law for each chosen', async () => {
    const { page, close } = await openPage(browser, service.base, '/rehearse');
    await page.locator('.shock-map .mark').first().waitFor();
    expect(await page.locator('.mark-line').count()).toBe(await page.locator('.shock-map .mark').count());
    await page.locator('.mark-line').first().press('Enter');
    const detail = page.locator('.detail');
    await detail.waitFor();
    expect(await detail.textContent()).toMatch(/CFR|guidance|U\.S\.C\.|FAR|Act/);
    expect(page.url()).toContain('mark=');
    await close();
  });

  it('puts everything chosen in the address, so that a link shows another the same', async () => {
    const { page, close } = await openPage(browser, service.base, '/rehearse');
    await page.getByLabel('Scenario', { exact: true }).selectOption('own');
    await page.getByRole('combobox', { name: 'Party' }).fill('dahua');
    await page.getByRole('combobox', { name: 'Party' }).press('Enter');
    await page.getByRole('spinbutton', { name: 'On the day' }).fill('2023-05-05');
    await page.getByLabel('Allies that follow').selectOption('uk-ghr');
    await page.getByLabel('Before', { exact: true }).check({ force: true });
    await page.getByRole('heading', { name: /Dahua.*5 May 2023/ }).waitFor();
    const shared = page.url();
    for (const part of ['party=dahua', 'on=2023-05-05', 'allies=uk-ghr', 'view=before'])
      expect(shared).toContain(part);
    const other = await openPage(browser, service.base, shared.slice(service.base.length));
    await other.page.getByRole('heading', { name: /Dahua.*5 May 2023/ }).waitFor();
    expect(await other.page.getByLabel('Before', { exact: true }).isChecked()).toBe(true);
    await other.close();
    await page.goBack();
    await close();
  });

  it('says what is wrong with a party that nobody knows, and keeps the form', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      '/rehearse?party=Nobody%20of%20this%20Name',
    );
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('Nobody of this Name');
    expect(await page.getByRole('combobox', { name: 'Party' }).inputValue()).toBe('Nobody of this Name');
    await close();
  });

  it('sorts the changes by value, and turns the order round', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      '/rehearse?portfolio=marrow-creek-systems&all=marrow-creek-systems',
    );
    const sort = page.locator('.changes th button', { hasText: 'Items' });
    await sort.click();
    const counts = () => page.locator('.changes tbody tr td:nth-child(5)').allTextContents();
    const down = (await counts()).map(Number);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await sort.click();
    await page.locator('.changes th[aria-sort=descending]').waitFor();
    const up = (await counts()).map(Number);
    expect(up).toEqual([...up].sort((a, b) => a - b));
    await close();
  });

  it('hands over the report, the table, the data and the calendar of what is on view', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      '/rehearse?scenario=dahua-sdn&on=2023-01-01',
    );
    await page.locator('.files a').first().waitFor();
    const hrefs = await page
      .locator('.files a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const begins = ['<!doctype html>', 'portfolio,asset,', '[', 'BEGIN:VCALENDAR'];
    for (const [index, href] of hrefs.entries()) {
      const answer = await fetch(`${service.base}${href}`);
      expect(answer.status).toBe(200);
      expect((await answer.text()).startsWith(begins[index]!)).toBe(true);
      expect(href).toContain('scenario=dahua-sdn&on=2023-01-01');
    }
    await close();
  });

  it('says what moves the result most when one comes to it, and asks nothing before', async () => {
    const { page, close } = await openPage(browser, service.base, '/rehearse?portfolio=alder-row-fund');
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().includes('/sensitivity')) asked++;
    });
    await page.locator('.shock-map .mark').first().waitFor();
    expect(asked).toBe(0);
    await page.getByRole('heading', { name: 'What moves the result most' }).scrollIntoViewIfNeeded();
    await page.locator('section[aria-labelledby="sensitivity"] tbody tr').first().waitFor();
    expect(asked).toBe(1);
    await close();
  });

  it('compares the scenarios side by side', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      '/rehearse?portfolio=alder-row-fund&compare=yes',
    );
    await page.locator('.compare tbody tr').first().waitFor();
    expect(await page.locator('.compare tbody tr').count()).toBeGreaterThanOrEqual(7);
    await close();
  });
});
