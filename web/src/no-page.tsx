import { Link } from '@tanstack/react-router';
import { useMessages } from './messages/messages.tsx';
import { PageTitle } from './parts/page-title.tsx';

export function NoPage() {
  const { say } = useMessages();
  return (
    <>
      <PageTitle>{say('noPage')}</PageTitle>
      <p>
        <Link to="/">{say('toStart')}</Link>
      </p>
    </>
  );
}
