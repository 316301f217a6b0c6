import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { type RunningService, startService } from './service.ts';

/** What somebody does with a page; typing a word and pressing Enter counts as one click too. */
class Visitor {
  readonly page: Page;
  clicks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async click(target: Locator): Promise<void> {
    this.clicks++;
    await target.click();
  }

  async write(target: Locator, text: string): Promise<void> {
    this.clicks++;
    await target.fill(text);
    await target.press('Enter');
  }

  /** The effect that the page of a party states for a dealing. */
  dealing(word: string): Locator {
    return this.page.locator(`section[aria-labelledby="dealings"] tr:has(th:text-is("${word}"))`);
  }
}

/** The clicks that each path takes from the start page. More of them is a defect, as is an answer that is not there. */
describeWithBrowser('from the start page, without help', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  async function visit(path: (visitor: Visitor) => Promise<void>): Promise<number> {
    const { page, complaints, close } = await openPage(browser, service.base, '/');
    const visitor = new Visitor(page);
    await path(visitor);
    expect(complaints).toEqual([]);
    await close();
    return visitor.clicks;
  }

  it.each([
    ['today', 'prohibited'],
    ['on 1 January 2020', 'allowed'],
  ])('one finds what a US university may still do with Hikvision %s in one click', async (link, buying) => {
    const clicks = await visit(async (visitor) => {
      await visitor.click(visitor.page.getByRole('link', { name: link, exact: true }));
      await visitor.dealing('buy from').getByText(buying).waitFor();
      await visitor.dealing('export to').getByText('licence required').waitFor();
      await visitor.dealing('use equipment of').getByText('allowed').waitFor();
    });
    expect(clicks).toBe(1);
  });

  it('one finds the same in three by the name and the day, without the guided look', async () => {
    const clicks = await visit(async (visitor) => {
      const { page } = visitor;
      await visitor.write(page.locator('#search-text'), '海康威视');
      await visitor.click(page.getByRole('link', { name: /^Hangzhou Hikvision Digital Technology Co/ }));
      await visitor.write(page.getByLabel('Day', { exact: true }).first(), '1 January 2020');
      await page.locator('p.lead:has-text("1 January 2020")').waitFor();
      await visitor.dealing('buy from').getByText('allowed').waitFor();
    });
    expect(clicks).toBe(3);
  });

  it('one finds the relabelled cameras of the school district in one click, and the evidence in a second', async () => {
    const clicks = await visit(async (visitor) => {
      const { page } = visitor;
      await visitor.click(page.getByRole('link', { name: /relabelled cameras/ }));
      const row = page.locator('.virtual-row', { hasText: 'sold as LTS' }).first();
      await row.waitFor();
      expect(await row.textContent()).toContain('Hikvision');
      expect(await page.locator('#inventory').isVisible()).toBe(true);
      await visitor.click(row);
      expect(await page.locator('.detail').textContent()).toContain('Evidence');
    });
    expect(clicks).toBe(2);
  });

  it('one rehearses the SDN listing in one click', async () => {
    const clicks = await visit(async (visitor) => {
      const { page } = visitor;
      await visitor.click(page.getByRole('link', { name: 'Rehearse Hikvision on the SDN list' }));
      await page.getByRole('heading', { name: /SDN list.*1 June 2022/ }).waitFor();
      await page.locator('.shock-map .mark').first().waitFor();
    });
    expect(clicks).toBe(1);
  });

  it('one hands over a report in one click, and from the rehearsal in a second', async () => {
    const clicks = await visit(async (visitor) => {
      const { page } = visitor;
      await visitor.click(page.getByRole('link', { name: 'Hand over the report' }));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(page.url()).toContain('report');
    });
    expect(clicks).toBe(1);
    const further = await visit(async (visitor) => {
      const { page } = visitor;
      await visitor.click(page.getByRole('link', { name: 'Rehearse Hikvision on the SDN list' }));
      await visitor.click(page.getByRole('link', { name: /^Report/ }));
      await page.getByRole('heading', { level: 1 }).waitFor();
    });
    expect(further).toBe(2);
  });
});
