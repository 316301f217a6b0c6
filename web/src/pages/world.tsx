import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function WorldPage() {
  const { say } = useMessages();
  return <PageTitle>{say('worldTitle')}</PageTitle>;
}
