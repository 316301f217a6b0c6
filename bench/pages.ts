/**
 * How fast the pages are in a real Chromium, against the real service on this machine.
 *
 *   node bench/pages.ts [HOME]      (a home with lists; the casebook alone without it)
 *
 * Printed: the first contentful paint of a first visit with an empty cache; the JavaScript that the first page loads; the
 * time from a click on a link until the data of that page stands in it; the time from a changed assumption to the new
 * picture of a demo portfolio. Medians of five, in milliseconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { openEngine } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';
import { createServer, listen } from '../src/server/index.ts';
import { browserPath } from '../test/pages/browser.ts';

const runs = 5;
const today = '2026-06-01' as Day;

/** Pages by the link that leads to them, and what is there once their data has come. */
const pages = [
  ['Ask', '.question'],
  ['Screen', '.screen-form'],
  ['Portfolios', '.portfolio-list a'],
  ['Rehearse', '.shock-map .mark'],
  ['Lists', '.missing, .held'],
  ['World', '.story li'],
  ['Start', '.needs article'],
] as const;

/** Links further in, from the page that has them. */
const further = [
  ['a party', '/', 'a:text-is("today")', '.party #dealings'],
  ['a portfolio', '/portfolios', '.portfolio-list a >> nth=1', '.virtual-row'],
  ['an answer', '/party/hikvision', '#dealings ~ .scroll a >> nth=0', '.answer-effect'],
] as const;

const given = process.argv[2];
const home = given ?? mkdtempSync(join(tmpdir(), 'aftershock-bench-'));
const engine = openEngine({ home, today });
const server = await createServer({ engine, reports: join(home, 'reports') });
const base = `http://127.0.0.1:${await listen(server, '127.0.0.1', 0)}`;
const browser = await chromium.launch({
  ...(browserPath === undefined ? {} : { executablePath: browserPath }),
  args: ['--no-sandbox', '--disable-gpu'],
});

console.log(
  `${cpus().length} × ${cpus()[0]?.model}; ${engine.register.size} parties; load ${loadavg()[0]?.toFixed(1)}; medians of ${runs}, in ms`,
);
// The service opens its indexes once; that is not what is measured here.
await Promise.all([
  fetch(`${base}/v1/search?q=hikvision`),
  fetch(`${base}/v1/rehearse`),
  fetch(`${base}/v1/today`),
]);

const paints: number[] = [];
let scripts = 0;
for (let run = 0; run < runs; run++) {
  const page = await freshPage(browser);
  await page.goto(base, { waitUntil: 'networkidle' });
  paints.push(
    await page.evaluate<number>(`new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        const [paint] = list.getEntriesByName('first-contentful-paint');
        if (paint) resolve(paint.startTime);
      });
      observer.observe({ type: 'paint', buffered: true });
    })`),
  );
  scripts = await page.evaluate<number>(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  );
  await page.context().close();
}
print('first paint, empty cache', paints);
console.log(`${'JavaScript of the first page'.padEnd(40)} ${(scripts / 1024).toFixed(0)} kB compressed`);

for (const isFirst of [true, false]) {
  const times = new Map<string, number[]>();
  const note = (name: string, time: number) => times.set(name, [...(times.get(name) ?? []), time]);
  for (let run = 0; run < runs; run++) {
    const page = await freshPage(browser);
    await page.goto(base, { waitUntil: 'networkidle' });
    for (let round = isFirst ? 1 : 0; round < 2; round++) {
      const isKept = round === 1;
      for (const [name, ready] of pages) {
        const time = await timeOf(page, `header nav a:text-is("${name}")`, ready);
        if (isKept) note(name, time);
      }
    }
    if (isFirst) {
      for (const [name, path, link, ready] of further) {
        await page.goto(`${base}${path}`, { waitUntil: 'networkidle' });
        note(name, await timeOf(page, link, ready));
      }
    }
    await page.context().close();
  }
  for (const [name, values] of times) print(`${name}, ${isFirst ? 'first time' : 'again'}`, values);
}

const changes: number[] = [];
const work: number[] = [];
const page = await freshPage(browser);
await page.goto(`${base}/rehearse?portfolio=harlow-prairie-school-district`, { waitUntil: 'networkidle' });
for (let run = 0; run < runs; run++) {
  // A day that nobody asked about before, so that nothing is kept.
  const day = `2022-07-${String(run + 10)}`;
  const before = process.cpuUsage();
  changes.push(
    await page.evaluate<number>(`new Promise((resolve) => {
      const field = document.querySelector('input[role=spinbutton]');
      const heading = document.querySelector('#assumed');
      const began = performance.now();
      new MutationObserver((_, observer) => {
        if (!document.querySelector('#assumed time[datetime="${day}"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - began));
      }).observe(heading.parentElement.parentElement, { subtree: true, childList: true, attributes: true, characterData: true });
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '${day}');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })`),
  );
  const { user, system } = process.cpuUsage(before);
  work.push((user + system) / 1000);
}
print('a changed assumption, 780 things', changes);
print('  of it the service at work (CPU)', work);

await browser.close();
await server.close();
if (given === undefined) rmSync(home, { recursive: true });

async function freshPage(from: Browser): Promise<Page> {
  const context = await from.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  return context.newPage();
}

/** From the click on a link to the frame that shows what is waited for; taken inside the page. */
async function timeOf(page: Page, link: string, ready: string): Promise<number> {
  const target = page.locator(link).first();
  await target.waitFor();
  const handle = await target.elementHandle();
  return page.evaluate(
    ([element, selector]) =>
      new Promise<number>((resolve) => {
        const { performance, document, requestAnimationFrame } = globalThis as never as Window_;
        const began = performance.now();
        const look = () => {
          if (document.querySelector(selector)) resolve(performance.now() - began);
          else requestAnimationFrame(look);
        };
        (element as unknown as { click(): void }).click();
        requestAnimationFrame(look);
      }),
    [handle!, ready] as const,
  );
}

/** What of the browser is used inside the page; this file is typed without a DOM. */
interface Window_ {
  readonly performance: { now(): number };
  readonly document: { querySelector(selector: string): unknown };
  requestAnimationFrame(run: () => void): void;
}

function print(name: string, values: readonly number[]): void {
  const sorted = [...values].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!;
  console.log(
    `${name.padEnd(40)} ${median.toFixed(0).padStart(6)}   (${sorted.map((one) => one.toFixed(0)).join(' ')})`,
  );
}
