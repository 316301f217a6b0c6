import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function ListsPage() {
  const { say } = useMessages();
  return <PageTitle>{say('listsTitle')}</PageTitle>;
}
