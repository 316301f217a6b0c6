import { Link } from '@tanstack/react-router';
import type { Status } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';

const school = 'harlow-prairie-school-district';
const scenario = 'hikvision-sdn';

/** The Hikvision case in four steps, each one click away. */
export function FirstLook({ status }: { readonly status: Status }) {
  const { say } = useMessages();
  const report = status.reports.find(({ href }) => href.includes(scenario));
  return (
    <section aria-labelledby="first-look">
      <h2 id="first-look">{say('startCase')}</h2>
      <p className="prose">{say('startCaseLead')}</p>
      <ol className="steps">
        <li>
          {say('startStepStatus')}{' '}
          <span className="step-links">
            <Link
              to="/party/$id"
              params={{ id: 'hikvision' }}
              search={{ as: 'us-university', on: '2020-01-01' }}
            >
              {say('startStepStatusThen')}
            </Link>
            <Link to="/party/$id" params={{ id: 'hikvision' }} search={{ as: 'us-university' }}>
              {say('startStepStatusNow')}
            </Link>
          </span>
        </li>
        <li>
          <Link to="/portfolios/$id" params={{ id: school }} search={{ only: 'relabelled' }} hash="inventory">
            {say('startStepDevices')}
          </Link>
        </li>
        <li>
          <Link to="/rehearse" search={{ scenario, portfolio: school }}>
            {say('startStepRehearse')}
          </Link>
        </li>
        <li>
          <a href={report?.href ?? `/v1/rehearse/report.html?scenario=${scenario}&portfolio=${school}`}>
            {say('startStepReport')}
          </a>
        </li>
      </ol>
    </section>
  );
}
