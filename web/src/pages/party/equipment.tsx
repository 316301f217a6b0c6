import type { Party } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayText } from '../../parts/day.tsx';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { SourceMark } from '../../parts/source-mark.tsx';

/** Under which brands its goods are sold, since when, for which models, and how well that is known. */
export function Equipment({ party }: { readonly party: Party }) {
  const { say } = useMessages();
  const marks = Object.entries(party.marks).map(([kind, count]) => `${count} × ${kind}`);
  if (party.brands.length === 0 && marks.length === 0) return null;
  return (
    <section aria-labelledby="equipment">
      <h2 id="equipment">{say('partyEquipment')}</h2>
      {party.brands.length > 0 && (
        <ScrollBox label={say('partyEquipment')}>
          <table>
            <caption>{say('partyGradeSays')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('partyBrand')}</th>
                <th scope="col">{say('partyRelation')}</th>
                <th scope="col">{say('partyModels')}</th>
                <th scope="col">{say('partyPeriod')}</th>
                <th scope="col">{say('partyGrade')}</th>
                <th scope="col">{say('partySource')}</th>
              </tr>
            </thead>
            <tbody>
              {party.brands.map((brand) => (
                <tr key={brand.id}>
                  <th scope="row">{brand.brand}</th>
                  <td lang="en">{brand.relation}</td>
                  <td>{brand.models && <code>{brand.models}</code>}</td>
                  <td>
                    {brand.from && <DayText day={brand.from} />}
                    {(brand.from || brand.until) && ' – '}
                    {brand.until && <DayText day={brand.until} />}
                  </td>
                  <td>{brand.grade}</td>
                  <td>
                    <SourceMark provenance={brand.provenance} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {marks.length > 0 && <p className="quiet">{say('partyMarks', { marks: marks.join(', ') })}</p>}
    </section>
  );
}
