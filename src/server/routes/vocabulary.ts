import { z } from 'zod';
import { usualActivities } from '../../law/index.ts';
import {
  activities,
  factKeys,
  itemKinds,
  jurisdictions,
  places,
  purposes,
  roles,
  type Vocabulary,
} from '../../model/index.ts';
import { list } from '../schemas/pieces.ts';
import type { Routes } from './route.ts';

const wordSchema = z
  .object({ word: z.string(), says: z.string(), phrase: z.string().optional() })
  .meta({ id: 'Word' });
const factSchema = z
  .object({
    word: z.string(),
    says: z.string(),
    ask: z.string(),
    kind: z.enum(['yes or no', 'word', 'percent', 'country', 'text']),
    values: list(z.string()).optional(),
  })
  .meta({ id: 'FactWord' });

const vocabularySchema = z
  .object({
    roles: list(wordSchema),
    activities: list(wordSchema),
    jurisdictions: list(wordSchema),
    itemKinds: list(wordSchema),
    facts: list(factSchema),
    usual: z.record(z.string(), list(z.string())).describe('The usual activities of each role.'),
    regimes: list(
      z.object({ id: z.string(), short: z.string(), name: z.string(), jurisdiction: z.string() }),
    ),
  })
  .meta({ id: 'Vocabulary' });

/** The closed vocabularies that questions are asked in. */
export const vocabularyRoutes: Routes = (server, { engine }) => {
  const words = (vocabulary: Vocabulary) =>
    vocabulary.words.map(({ word, says, phrase }) => ({ word, says, ...(phrase ? { phrase } : {}) }));
  // Purpose and place are vocabularies of their own.
  const valuesOf = (fact: string, values: Readonly<Record<string, unknown>> | undefined) => {
    if (fact === 'purpose') return purposes.words.map(({ word }) => word);
    if (fact === 'place') return places.words.map(({ word }) => word);
    return values === undefined ? undefined : Object.keys(values);
  };
  server.get(
    '/v1/vocabulary',
    {
      schema: {
        summary: 'The words of questions: roles, activities, facts and their values',
        tags: ['law'],
        response: { 200: vocabularySchema },
      },
    },
    async () => ({
      roles: words(roles),
      activities: words(activities),
      jurisdictions: words(jurisdictions),
      itemKinds: words(itemKinds),
      facts: factKeys.words.map(({ word, says, ask, kind, values }) => {
        const choices = valuesOf(word, values);
        return { word, says, ask, kind, ...(choices ? { values: choices } : {}) };
      }),
      usual: Object.fromEntries(roles.words.map(({ word }) => [word, usualActivities([word])])),
      regimes: engine.casebook.regimes.map(({ id, short, name, jurisdiction }) => ({
        id,
        short,
        name,
        jurisdiction,
      })),
    }),
  );
};
