import type { FastifyInstance } from 'fastify';
import { Fault } from '../model/index.ts';

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * Single-user mode: only requests that name this machine as host, and that come from no other site, are answered.
 * So no page elsewhere can read the lists or portfolios through the browser, not by DNS rebinding either. Following a
 * link from elsewhere is allowed: the page that holds the link cannot read what opens.
 */
export function allowLoopbackOnly(server: FastifyInstance): void {
  server.addHook('onRequest', async (request) => {
    const origin = request.headers.origin;
    const site = request.headers['sec-fetch-site'];
    const fromOpaque = origin === 'null';
    const isForeign =
      fromOpaque ||
      (origin !== undefined && !loopback.test(origin.replace(/^https?:\/\//i, ''))) ||
      (site === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate');
    if (!loopback.test(request.headers.host ?? '') || isForeign) {
      throw Object.assign(
        new Fault('AS_USAGE', 'This service answers only pages of its own, on this machine.'),
        { statusCode: 403 },
      );
    }
  });
}

/** Headers of every answer: nothing from other hosts may be loaded, framed or sniffed. */
export function addSafetyHeaders(server: FastifyInstance): void {
  server.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'content-security-policy':
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
}
