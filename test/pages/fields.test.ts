import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings, describeWithBrowser, launchBrowser, openPage } from './browser.ts';
import { type RunningService, startService } from './service.ts';

describeWithBrowser('the fields of a form', () => {
  let browser: Browser;
  let service: RunningService;
  beforeAll(async () => {
    [browser, service] = await Promise.all([launchBrowser(), startService()]);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  const open = (options = {}) => openPage(browser, service.base, '/party/hikvision?on=2022-06-03', options);

  describe('for a day', () => {
    it.each([
      ['en-US', '3 June 2022'],
      ['zh-CN', '2022年6月3日'],
    ])('shows it in words to a reader of %s: %s', async (locale, words) => {
      const { page, close } = await open({ locale });
      const field = page.getByRole('spinbutton').first();
      await field.waitFor();
      expect(await field.inputValue()).toBe(words);
      expect(await field.getAttribute('aria-valuetext')).toBe(words);
      await close();
    });

    it('takes 2022-06-03 and words, and refuses what is two days at once', async () => {
      const { page, close } = await open();
      const field = page.getByRole('spinbutton', { name: 'Day' });
      await field.fill('5 may 2022');
      await field.press('Enter');
      await page.waitForURL('**on=2022-05-05**');
      await field.fill('2019-10-09');
      await page.waitForURL('**on=2019-10-09**');
      await field.fill('06/03/2022');
      await field.press('Enter');
      await page.getByRole('alert').filter({ hasText: 'not one day for every reader' }).waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(page.url()).toContain('on=2019-10-09');
      expect(await axeFindings(page)).toEqual([]);
      await field.press('Escape');
      expect(await field.inputValue()).toBe('9 October 2019');
      await close();
    });

    it('moves by day, month and year with the keys', async () => {
      const { page, close } = await open();
      const field = page.getByRole('spinbutton', { name: 'Day' });
      await field.focus();
      for (const [key, day] of [
        ['ArrowUp', '2022-06-04'],
        ['PageDown', '2022-05-04'],
        ['Shift+PageDown', '2021-05-04'],
        ['ArrowDown', '2021-05-03'],
      ] as const) {
        await page.keyboard.press(key);
        await page.waitForURL(`**on=${day}**`);
      }
      await close();
    });
  });

  describe('for a party', () => {
    it('offers possible matches with the lists each is on, by keyboard alone', async () => {
      const { page, complaints, close } = await openPage(browser, service.base, '/ask');
      const field = page.getByRole('combobox', { name: 'Party' });
      await field.focus();
      await page.keyboard.type('dahua tech');
      const offer = page.getByRole('option', { name: /Zhejiang Dahua/ });
      await offer.waitFor();
      expect(await offer.textContent()).toContain('Entity List');
      // While choices are open the rest of the page is hidden from screen readers, on purpose: the two are looked at.
      expect(await axeFindings(page, ['.party-field', '.party-choices'])).toEqual([]);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**party=dahua**');
      await page.locator('.answer-effect').waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it('takes a name as it is written where nothing is chosen, and clears nobody by it', async () => {
      const { page, close } = await openPage(browser, service.base, '/ask');
      await page.getByRole('combobox', { name: 'Party' }).fill('Nobody of this Name');
      await page.getByText('No party here has a name like this. That is not clearance.').waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**party=Nobody**');
      await page.getByRole('alert').waitFor();
      await close();
    });
  });
});
