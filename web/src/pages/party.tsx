import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function PartyPage() {
  const { say } = useMessages();
  return <PageTitle>{say('partyTitle')}</PageTitle>;
}
