import { accessSync, constants, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';

/** Where Chromium is: as `AFTERSHOCK_CHROMIUM` says, or in the usual places. */
export const browserPath = [
  process.env['AFTERSHOCK_CHROMIUM'],
  '/usr/bin/chromium',
  ...(process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'chromium')),
].find((path) => path !== undefined && isExecutable(path));

/** A browser on a busy machine takes its time; nothing here measures it. */
const slowMachine = 90_000;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A `describe` that needs a browser: skipped with the reason without one, or failed where one is required. */
export function describeWithBrowser(name: string, define: () => void): void {
  if (browserPath !== undefined) describe(name, { timeout: slowMachine }, define);
  else if (process.env['AFTERSHOCK_REQUIRE_BROWSER'] === '1')
    describe(name, () =>
      it('needs Chromium', () => {
        expect.fail('There is no Chromium. Install it, or name it in AFTERSHOCK_CHROMIUM.');
      }),
    );
  else
    describe(name, () =>
      it.skip('skipped: needs Chromium, which is not here; name it in AFTERSHOCK_CHROMIUM', () => {}),
    );
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath!,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'],
  });
}

/** A page that was opened, with everything it complained of. */
export interface OpenedPage {
  readonly page: Page;
  /** Errors in the console, failed requests and requests to other hosts; empty where all is well. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  base: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:'))
      complaints.push(`request to another host: ${request.url()}`);
  });
  await page.goto(`${base}${path}`);
  return { page, complaints, close: () => context.close() };
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe finds wrong by WCAG 2.2 AA, in the page or in parts of it, one line each; empty where nothing is. */
export async function axeFindings(page: Page, parts?: readonly string[]): Promise<string[]> {
  // Evaluated, not added as an element, which the content policy of the page rightly forbids.
  await page.evaluate(readFileSync(axePath, 'utf8'));
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const where = parts === undefined ? 'document' : JSON.stringify({ include: parts });
  const result = await page.evaluate<AxeResult>(`axe.run(${where}, { runOnly: ${JSON.stringify(rules)} })`);
  return result.violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}) ${nodes[0]?.html.slice(0, 200)}`,
  );
}

/** Whether the page is wider than its window, so that one would have to scroll sideways. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
}
