import { openEngine } from '../src/engine/index.ts';
import type { Day } from '../src/model/index.ts';
import { createServer, listen } from '../src/server/index.ts';

/*
 * How long the service takes to start and to answer, over HTTP on this machine:
 *   node bench/server.ts HOME
 * HOME is a home folder with lists (`aftershock --home HOME update --from ../shared/data`).
 */
const home = process.argv[2] ?? '.aftershock';
const started = performance.now();
const cpuAtStart = process.cpuUsage();
const engine = openEngine({ home, today: '2026-11-22' as Day });
const server = await createServer({ engine, reports: `${home}/reports` });
const port = await listen(server, '127.0.0.1', 0);
const base = `http://127.0.0.1:${port}`;
console.log(
  `${engine.register.size} parties of ${engine.versions.length} list versions; listening after ${seconds(started)}, ${cpuSince(cpuAtStart)} of CPU time`,
);

const days = Array.from({ length: 20 }, (_, at) => `2022-06-${String(at + 1).padStart(2, '0')}`);
const typed = [
  'hik',
  'hikv',
  'hikvi',
  'hikvision',
  'put',
  'putin',
  'mohammed a',
  'mohammed ali',
  'bank',
  '海康',
];
await measure('first answer after the start', ['/v1/status']);
while ((await fetch(`${base}/readyz`)).status !== 200)
  await new Promise((resolve) => setTimeout(resolve, 50));
await measure(
  'search as one types, first time',
  typed.map((text) => `/v1/search?q=${encodeURIComponent(text)}`),
);
await measure(
  'search as one types',
  typed.map((text) => `/v1/search?q=${encodeURIComponent(text)}&limit=10`),
);
await measure(
  'a party, another day each time',
  days.map((day) => `/v1/parties/hikvision?on=${day}`),
);
await measure('the demo portfolios rehearsed, first time', ['/v1/rehearse']);
await measure(
  'the demo portfolios rehearsed, another assumption each time',
  days.map((day) => `/v1/rehearse?on=${day}`),
);
await measure(
  'the same again',
  days.map((day) => `/v1/rehearse?on=${day}`),
);
console.log(`peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
await server.close();

async function measure(what: string, urls: readonly string[]): Promise<void> {
  const cpu = process.cpuUsage();
  const times: number[] = [];
  for (const url of urls) {
    const from = performance.now();
    const answer = await fetch(base + url);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  const each = ((user + system) / 1000 / urls.length).toFixed(0);
  const median = times[Math.floor(times.length / 2)]!.toFixed(0);
  console.log(
    `${what}: median ${median} ms, slowest ${times.at(-1)!.toFixed(0)} ms, ${each} ms of CPU time each (${urls.length} requests)`,
  );
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(2)} s`;
}

function cpuSince(from: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(from);
  return `${((user + system) / 1e6).toFixed(2)} s`;
}
