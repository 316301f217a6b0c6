import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function AskPage() {
  const { say } = useMessages();
  return <PageTitle>{say('askTitle')}</PageTitle>;
}
