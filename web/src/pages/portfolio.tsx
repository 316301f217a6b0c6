import { useMessages } from '../messages/messages.tsx';
import { PageTitle } from '../parts/page-title.tsx';

export function PortfolioPage() {
  const { say } = useMessages();
  return <PageTitle>{say('portfolioTitle')}</PageTitle>;
}
