import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, isTooWide, openPage } from './browser.ts';

/** What every page has to stand: wide and narrow, light and dark, enlarged, and in the second language. */
const looks = [
  ['wide and light', { viewport: { width: 1280, height: 900 } }],
  ['wide and dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const }],
  ['narrow and dark', { viewport: { width: 320, height: 740 }, colorScheme: 'dark' as const }],
  // A window of 1280 pixels at 200 percent has room for 640.
  [
    'at 200 percent, with less motion',
    { viewport: { width: 640, height: 450 }, reducedMotion: 'reduce' as const },
  ],
  ['in Chinese', { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' }],
] as const;

/** Opens a page in every look; `ready` is what is there once its data has come. */
export function itLooksRight(
  started: () => { readonly browser: Browser; readonly base: string },
  path: string,
  ready: string,
): void {
  it.each(looks)('%s: nothing for axe to find, nothing cut off, no complaint', async (_look, options) => {
    const { browser, base } = started();
    const { page, complaints, close } = await openPage(browser, base, path, options);
    await page.locator(ready).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axeFindings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
}
