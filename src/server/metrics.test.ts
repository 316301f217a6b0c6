import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestService, type TestService } from './service.fixture.ts';

let service: TestService;
beforeAll(async () => {
  service = await openTestService();
});
afterAll(() => service.close());

it('counts answers by route and status, and names nothing that was asked for', async () => {
  await service.get('/v1/search?q=Ivan%20Petrov');
  await service.ask({ url: '/v1/parties/nobody-of-this-name' });
  const { body, headers } = await service.ask({ url: '/metrics' });
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toContain(
    'aftershock_http_request_seconds_count{method="GET",route="/v1/search",status="200"} 1',
  );
  expect(body).toContain(
    'aftershock_http_request_seconds_count{method="GET",route="/v1/parties/:id",status="404"} 1',
  );
  expect(body).toMatch(/aftershock_register_parties \d{2,}/);
  expect(body).toContain('aftershock_jobs_running 0');
  expect(body).toContain('process_cpu_user_seconds_total');
  expect(body).not.toMatch(/petrov|nobody-of/i);
});

it('is for this machine alone', async () => {
  const answer = await service.ask({ url: '/metrics', headers: { host: 'metrics.example.org' } });
  expect(answer.statusCode).toBe(403);
});
