import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestService, type TestService } from './service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService('2026-06-01');
});
afterAll(() => service.close());

describe('a service that runs for days', () => {
  it('answers for the day it is, and says up to when it knows the lists', async () => {
    const asked = async () => [
      await service.get<object>('/v1/status'),
      await service.get<object>('/v1/parties/hikvision'),
      await service.get<object>('/v1/today'),
    ];
    const [, party] = await asked();
    expect(party).toMatchObject({ on: '2026-06-01', known: '2026-06-01', today: '2026-06-01' });
    service.passTo('2026-06-09');
    const [status, later, needs] = await asked();
    expect(status).toMatchObject({ today: '2026-06-09', known: '2026-06-01' });
    expect(later).toMatchObject({ on: '2026-06-09', known: '2026-06-01', today: '2026-06-09' });
    expect(later).toMatchObject({ listStandings: { asOf: '2026-06-09' } });
    expect(needs).toMatchObject({ today: '2026-06-09', since: '2026-05-10' });
  });

  it('says which portfolio that it kept can no longer be read', async () => {
    const folder = join(service.engine.home, 'portfolios');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'mine.json'), '{"portfolio":');
    const answer = await service.ask({ url: '/v1/portfolios/mine' });
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'AS_STORE', place: expect.stringContaining('mine.json') }),
    ]);
  });
});
