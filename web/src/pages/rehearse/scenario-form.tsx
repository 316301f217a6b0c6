import { useId, useState } from 'react';
import type { Scenarios } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { DayField } from '../../parts/day-field.tsx';
import type { PageState } from '../../parts/page-state.ts';
import { PartyField } from '../../parts/party-field.tsx';

const firstScenario = 'hikvision-sdn';
const firstRegime = 'us-ofac-sdn-glomag';
const usualAllies = 'uk-ghr,eu-ghrsr,ca-sema';
const own = 'own';

/** Allies that are offered: none, each alone, and the three that followed before. */
const allyChoices = [usualAllies, 'uk-ghr', 'eu-ghrsr', 'ca-sema'];
const licenceDays = ['30', '60', '122', '180', '365'];

/** What is rehearsed: a scenario that ships, or a party, a regime, a day, allies and a licence. All of it in the address. */
export function ScenarioForm({
  words,
  state,
  set,
}: {
  readonly words: Scenarios;
  readonly state: PageState;
  readonly set: (changes: PageState) => void;
}) {
  const { say } = useMessages();
  const id = useId();
  const [isOwn, setOwn] = useState(state.party !== undefined);
  const chosen = state.scenario ?? firstScenario;
  const shipped = words.scenarios.find((one) => one.id === chosen);
  const portfolios = (state.portfolio ?? '').split(',').filter((one) => one !== '');
  const isOn = (portfolio: { id: string; invented: boolean }) =>
    portfolios.length > 0 ? portfolios.includes(portfolio.id) : portfolio.invented;

  const choose = (value: string) => {
    setOwn(value === own);
    if (value === own) {
      const party = state.party ?? shipped?.party ?? 'hikvision';
      set({ ...cleared, party, regime: shipped?.regime ?? firstRegime, on: state.on ?? shipped?.on });
    } else set({ ...cleared, scenario: value });
  };
  const toggle = (portfolio: string, on: boolean) => {
    const now = words.portfolios
      .filter((one) => (one.id === portfolio ? on : isOn(one)))
      .map((one) => one.id);
    if (now.length > 0) set({ portfolio: now.join(',') });
  };

  return (
    <form className="scenario-form screen-only" onSubmit={(event) => event.preventDefault()}>
      <div className="field">
        <label htmlFor={`${id}-scenario`}>{say('rehearseScenario')}</label>
        <select
          id={`${id}-scenario`}
          value={isOwn ? own : chosen}
          onChange={(event) => choose(event.target.value)}
          lang="en"
        >
          {words.scenarios.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
          <option value={own}>{say('rehearseOwn')}</option>
        </select>
      </div>
      <DayField
        label={say('rehearseDay')}
        value={state.on ?? (isOwn ? undefined : shipped?.on)}
        onChange={(on) => set({ on })}
      />
      {isOwn && (
        <>
          <PartyField
            label={say('rehearseParty')}
            value={state.party ?? ''}
            hint={say('rehearsePartyHint')}
            onChoose={(party) => set({ party })}
          />
          <div className="field">
            <label htmlFor={`${id}-regime`}>{say('rehearseRegime')}</label>
            <select
              id={`${id}-regime`}
              value={state.regime ?? firstRegime}
              onChange={(event) => set({ regime: event.target.value })}
              lang="en"
            >
              {words.regimes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.short}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`${id}-allies`}>{say('rehearseAllies')}</label>
            <select
              id={`${id}-allies`}
              value={state.allies ?? ''}
              onChange={(event) => set({ allies: event.target.value, delay: state.delay ?? '90' })}
              lang="en"
            >
              <option value="">{say('rehearseNoAllies')}</option>
              {allyChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice
                    .split(',')
                    .map((one) => words.regimes.find((regime) => regime.id === one)?.short ?? one)
                    .join(', ')}
                </option>
              ))}
            </select>
          </div>
          {state.allies && (
            <div className="field narrow-field">
              <label htmlFor={`${id}-delay`}>{say('rehearseDelay')}</label>
              <input
                id={`${id}-delay`}
                type="number"
                min="0"
                max="3650"
                value={state.delay ?? '90'}
                onChange={(event) => set({ delay: event.target.value })}
              />
            </div>
          )}
          <div className="field">
            <label htmlFor={`${id}-licence`}>{say('rehearseLicence')}</label>
            <select
              id={`${id}-licence`}
              value={state.licence ?? ''}
              onChange={(event) => set({ licence: event.target.value, covers: undefined })}
              lang="en"
            >
              <option value="">{say('rehearseNoLicence')}</option>
              {licenceDays.map((days) => (
                <option key={days} value={days}>
                  {say('rehearseLicenceDays', { days })}
                </option>
              ))}
              {words.precedents.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title} ({one.days})
                </option>
              ))}
            </select>
          </div>
        </>
      )}
      <fieldset className="portfolio-choice">
        <legend>{say('rehearsePortfolios')}</legend>
        {words.portfolios.map((one) => (
          <label key={one.id}>
            <input
              type="checkbox"
              checked={isOn(one)}
              onChange={(event) => toggle(one.id, event.target.checked)}
            />{' '}
            <bdi>{one.title}</bdi>
          </label>
        ))}
      </fieldset>
    </form>
  );
}

const cleared: PageState = {
  scenario: undefined,
  party: undefined,
  regime: undefined,
  allies: undefined,
  delay: undefined,
  licence: undefined,
  covers: undefined,
  on: undefined,
  mark: undefined,
};
