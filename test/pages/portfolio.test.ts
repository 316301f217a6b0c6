import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { itLooksRight } from './looks.ts';
import { type RunningService, startService } from './service.ts';

const school = 'harlow-prairie-school-district';

describeWithBrowser('the portfolio page', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  itLooksRight(() => ({ browser, base: service.base }), `/portfolios/${school}`, '.virtual-row');
  itLooksRight(() => ({ browser, base: service.base }), '/portfolios', '.portfolio-list a');

  it('finds the relabelled cameras and says on what evidence', async () => {
    const { page, close } = await openPage(
      browser,
      service.base,
      `/portfolios/${school}?filter=LTS+hikvision`,
    );
    await page.locator('.virtual-row').first().click();
    const detail = page.locator('.detail');
    await detail.waitFor();
    const text = await detail.textContent();
    expect(text).toContain('Hikvision');
    expect(text).toContain('Evidence');
    expect(text).toMatch(/devices\.csv:\d+/);
    await close();
  });

  it('shows what files would be read as before anything is kept, and drops passwords unread', async () => {
    const { page, close } = await openPage(browser, service.base, '/portfolios');
    const csv =
      'Name,Manufacturer,Model,MAC Address,Admin Password\nDoor,Hikvision,DS-2CD2143G2-I,44:19:B6:3A:10:01,hunter2-secret\nHall,LTS,CMIP9382W-28M,44:19:B6:3A:10:02,hunter2-secret\n';
    await page.locator('input[type=file]').setInputFiles([
      { name: 'cameras.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
      { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear Sir or Madam') },
    ]);
    const preview = page.locator('.preview');
    await preview.waitFor();
    const text = await preview.textContent();
    expect(text).toContain('Dropped unread: Admin Password');
    expect(text).toContain('letter.txt');
    expect(text).not.toContain('hunter2');
    const held = await fetch(`${service.base}/v1/portfolios`);
    expect(await held.json()).toMatchObject({ portfolios: { length: 3 } });

    await preview.getByRole('button', { name: 'Keep this portfolio' }).click();
    await page.waitForURL(/\/portfolios\/cameras$/);
    await page.locator('.virtual-row').first().waitFor();
    expect(await page.locator('.virtual-row').count()).toBe(2);
    await page.getByRole('button', { name: 'Remove this portfolio' }).click();
    await page.getByRole('button', { name: 'Remove it for good?' }).click();
    await page.waitForURL(/\/portfolios$/);
    await close();
  });

  it('drafts an attestation that certifies nothing', async () => {
    for (const form of ['far-52.204-24', 'far-52.204-26', 'grant']) {
      const answer = await fetch(
        `${service.base}/v1/portfolios/marrow-creek-systems/evidence.html?form=${form}`,
      );
      const text = await answer.text();
      expect(text).toContain('Not a certificate, not a representation');
      expect(text).toContain('What was not looked at');
      expect(text).not.toMatch(/☑|☒/);
    }
  });

  it('never takes an id for a path', async () => {
    for (const id of ['..%2f..%2fpackage', '%2Fetc%2Fpasswd', 'casebook%2Fportfolios']) {
      expect((await fetch(`${service.base}/v1/portfolios/${id}`)).status).toBe(404);
    }
  });
});
