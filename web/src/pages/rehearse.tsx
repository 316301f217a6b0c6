import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function RehearsePage() {
  const { say } = useMessages();
  return <PageTitle>{say('rehearseTitle')}</PageTitle>;
}
