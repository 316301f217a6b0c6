import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { itLooksRight } from './looks.ts';
import { type RunningService, startService } from './service.ts';

const names = ['Hangzhou Hikvision Digital Technology', '海康威视', 'Nobody Special Ltd', 'محمد علي'].join(
  '\n',
);
const address = `/screen?row=1&q=${encodeURIComponent(names)}`;

describeWithBrowser('the screen page', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  itLooksRight(() => ({ browser, base: service.base }), address, '.comparison .pieces');

  it('screens pasted names in any script and compares them word by word', async () => {
    const { page, close } = await openPage(browser, service.base, '/screen');
    await page.getByLabel('Names, one a line').fill(names);
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.locator('.virtual-row').first().waitFor();
    expect(await page.locator('.virtual-row').count()).toBe(4);
    const rows = await page.locator('.virtual-row').allTextContents();
    expect(rows.find((row) => row.includes('海康威视'))).toContain('Hangzhou Hikvision');
    expect(rows.find((row) => row.includes('Nobody Special'))).toContain('nothing found');
    await page.locator('.virtual-row', { hasText: '海康威视' }).click();
    await page.locator('.comparison .whole-names').first().waitFor();
    expect(await page.locator('.comparison').textContent()).toContain('strength of the evidence');
    await close();
  });

  it('goes through rows by keyboard alone', async () => {
    const { page, close } = await openPage(browser, service.base, `/screen?q=${encodeURIComponent(names)}`);
    await page.locator('.virtual-row').first().waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.comparison h2').waitFor();
    expect(page.url()).toContain('row=');
    await page.keyboard.press('End');
    const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-rowindex')).toBe('5');
    await close();
  });

  it('keeps a table of 100,000 rows small and quick, filters and sorts it', async () => {
    const rows = Array.from({ length: 100_000 }, (_, at) => ({
      row: at + 1,
      name: `Name ${at + 1}`,
      status: at % 1000 === 0 ? 'hit' : 'clear',
      hits: at % 1000 === 0 ? 1 : 0,
      ...(at % 1000 === 0
        ? {
            best: {
              party: 'hikvision',
              caption: `Party ${at}`,
              score: 0.7 + at / 1e6,
              strength: 0.5,
              matched: 'x',
              kind: 'alias',
              listed: [],
            },
          }
        : {}),
    }));
    const { page, close } = await openPage(browser, service.base, '/');
    const job = '00000000-0000-4000-8000-000000000000';
    await page.route(`**/v1/jobs/${job}`, (route) =>
      route.fulfill({ json: { id: job, kind: 'screen', state: 'done', done: 100_000 } }),
    );
    await page.route(`**/v1/jobs/${job}/events`, (route) => route.fulfill({ status: 204 }));
    await page.route(`**/v1/jobs/${job}/result`, (route) =>
      route.fulfill({
        json: {
          on: '2026-06-01',
          known: '2026-06-01',
          register: 'x',
          threshold: 0.7,
          notices: [],
          rows,
          hits: 100,
          errors: 0,
        },
      }),
    );
    await page.goto(`${service.base}/screen?job=${job}`);
    await page.locator('.virtual-row').first().waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('100001');
    expect(await page.locator('.virtual-row').count()).toBeLessThan(80);
    expect(await page.locator('.virtual-row').first().textContent()).toContain('Party 99000');

    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await page.locator('.virtual-row[aria-rowindex="100001"]').waitFor();
    expect(await page.locator('.virtual-row').count()).toBeLessThan(80);

    await page.getByRole('columnheader', { name: 'Row' }).getByRole('button').click();
    await page.keyboard.press('Tab');
    await page.getByLabel('Filter by any word').fill('Name 77777');
    await page.getByText('1 of 100,000').waitFor();
    expect(await page.locator('.virtual-row').allTextContents()).toEqual([
      expect.stringContaining('Name 77777'),
    ]);
    await close();
  });

  it('screens a file as a job, row by row, and lets nobody take a bad row for a clear one', async () => {
    const { page, close } = await openPage(browser, service.base, '/screen');
    const csv = `id,name\n1,Hikvision\n2,\n3,Quiet Gardens\n`;
    await page.locator('input[type=file]').setInputFiles({
      name: 'vendors.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(csv),
    });
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.getByText('3 rows: 1 with possible matches, 1 that could not be screened').waitFor();
    expect(page.url()).toContain('job=');
    const file = await page.getByRole('link', { name: 'All as CSV' }).getAttribute('href');
    const rows = (await (await fetch(`${service.base}${file}`)).text()).trim().split('\r\n');
    expect(rows.map((row) => row.split(',')[2])).toEqual(['status', 'hit', 'error', 'clear']);
    await page.locator('.virtual-row', { hasText: 'Hikvision' }).click();
    await page.locator('.comparison .pieces').first().waitFor();
    await close();
  });

  it('says which column it took for names where a file is something else', async () => {
    const { page, close } = await openPage(browser, service.base, '/screen');
    const buffer = Buffer.from('part;count\nHikvision;3\n');
    const file = { name: 'parts.csv', mimeType: 'text/csv', buffer };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Screen', exact: true }).click();
    await page.getByRole('alert').getByText('begins with “part”').waitFor();
    await close();
  });

  it('stops a long job when told to', async () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `Company Number ${at} of Nowhere`);
    const started = await fetch(`${service.base}/v1/screen/jobs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ names: long }),
    });
    expect(started.status).toBe(202);
    const { id } = (await started.json()) as { id: string };
    const { page, close } = await openPage(browser, service.base, `/screen?job=${id}`);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped. Nothing is known of the rest.').waitFor();
    await close();
  });
});
