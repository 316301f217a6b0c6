import type { FastifyInstance } from 'fastify';

/** Listens on the port wished for, or on any free one where it is taken; gives the port. */
export async function listen(server: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await server.listen({ host, port: 0 });
  }
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
