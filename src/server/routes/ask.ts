import { Readable } from 'node:stream';
import { z } from 'zod';
import { Fault } from '../../model/index.ts';
import { answerLine, answerQuestion } from '../answer-question.ts';
import { knownDay } from '../engines.ts';
import { answerSchema, questionSchema } from '../schemas/answer.ts';
import type { Routes } from './route.ts';

/** Questions to the law, one or many. */
export const askRoutes: Routes = (server, { engines }) => {
  server.post(
    '/v1/ask',
    {
      schema: {
        summary: 'May this actor do this with this party on this day?',
        tags: ['law'],
        body: questionSchema,
        response: { 200: answerSchema },
      },
    },
    async ({ body }) => {
      const engine = await engines.at(knownDay(body.known));
      return answerQuestion(engine, body);
    },
  );

  server.post(
    '/v1/ask/batch',
    {
      schema: {
        summary:
          'Many questions, answered as JSON lines in their order; a question that cannot be answered gets its error, the rest goes on',
        tags: ['law'],
        body: z.object({ questions: z.array(z.unknown()).min(1).max(100_000) }),
      },
    },
    async ({ body }, reply) => {
      const answers = async function* () {
        for (const [index, given] of body.questions.entries()) {
          const asked = questionSchema.safeParse(given);
          let answer: unknown;
          if (asked.success) {
            answer = await lineAnswer(asked.data, index + 1);
          } else {
            const first = asked.error.issues[0];
            const message = `${first?.path.join('.') ?? ''}: ${first?.message ?? 'not a question'}`;
            answer = { id: idOf(given), error: { code: 'AS_USAGE', message, line: index + 1 } };
          }
          yield `${JSON.stringify(answer)}\n`;
          // Other requests get their turn.
          if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
        }
      };
      return reply.type('application/x-ndjson').send(Readable.from(answers()));
    },
  );

  const lineAnswer = async (asked: z.output<typeof questionSchema>, line: number): Promise<unknown> => {
    try {
      return answerLine(await engines.at(knownDay(asked.known)), asked, line);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return { id: asked.id ?? null, error: { code: error.code, message: error.toString(), line } };
    }
  };
};

function idOf(given: unknown): unknown {
  return typeof given === 'object' && given !== null && 'id' in given ? given.id : null;
}
