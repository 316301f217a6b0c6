import type { Rehearsal } from '../../rehearsal/index.ts';
import { type OpenQuestion, openQuestions } from '../open-questions.ts';
import { html, longTable, type Markup } from '../page.ts';
import { counted, numberText } from '../page-words.ts';

/** What could not be decided, with the question or check that would decide it. */
export function openSection(rehearsal: Rehearsal): Markup {
  const questions = openQuestions(rehearsal);
  const facts = questions.filter(({ kind }) => kind === 'missing fact');
  const makers = questions.filter(({ kind }) => kind === 'maker not settled');
  if (questions.length === 0) return html``;
  return html`<h3>What could not be decided</h3>${
    facts.length === 0
      ? ''
      : longTable(
          'Missing facts',
          ['Question', 'Dealings', 'What the answer would change'],
          facts.map(({ question, count, about }) => [question, numberText(count), about.join(' ')]),
          { shown: 10, numeric: [1] },
        )
  }${
    makers.length === 0
      ? ''
      : longTable(
          'Devices whose maker is not settled',
          ['Cheapest check', 'Devices', 'Such as'],
          byCheck(makers).map(({ first, others, count, about }) => [
            html`${first}${others > 0 ? html` <small>and ${counted(others, 'check')} like it</small>` : ''}`,
            numberText(count),
            about.slice(0, 5).join(', '),
          ]),
          { shown: 8, numeric: [1] },
        )
  }`;
}

/** Checks that differ only in the network address stand in one row. */
function byCheck(questions: readonly OpenQuestion[]) {
  const alike = Map.groupBy(questions, ({ question }) =>
    question.replace(/\d+(\.\d+){3}|[\da-f]*(:[\da-f]*){2,}/gi, '…'),
  );
  return [...alike.values()]
    .map((members) => ({
      first: members[0]!.question,
      others: members.length - 1,
      count: members.reduce((sum, { count }) => sum + count, 0),
      about: [...new Set(members.flatMap(({ about }) => about))].sort(),
    }))
    .sort((a, b) => b.count - a.count || (a.first < b.first ? -1 : 1));
}
