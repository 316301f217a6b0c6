import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function ScreenPage() {
  const { say } = useMessages();
  return <PageTitle>{say('screenTitle')}</PageTitle>;
}
