import { Link } from '@tanstack/react-router';
import type { TouchedPortfolio } from '../../api/types.generated.ts';
import { useMessages } from '../../messages/messages.tsx';
import { NameText } from '../../parts/name-text.tsx';

/** What of one's own an entry may be about: how much of which portfolio, the first of it, and why it is taken for that. */
export function Touched({ touch }: { readonly touch: TouchedPortfolio }) {
  const { say } = useMessages();
  const { portfolio, title, assets, first, because, confidence } = touch;
  return (
    <div className="touched">
      <strong>{say('listsTouches')}</strong>{' '}
      <Link to="/portfolios/$id" params={{ id: portfolio }}>
        <NameText>{title}</NameText>
      </Link>
      : {say(assets === 1 ? 'listsTouchesOne' : 'listsTouchesMany', { count: assets })}{' '}
      {first.map(({ asset, label }, index) => (
        <span key={asset}>
          {index > 0 && ', '}
          <Link to="/portfolios/$id" params={{ id: portfolio }} search={{ asset, filter: asset }}>
            <NameText>{label}</NameText>
          </Link>
        </span>
      ))}
      {assets > first.length && ' …'}{' '}
      <small lang="en">
        {say('rehearseMatch', { confidence: say(`confidence ${confidence}`) })}: {because}
      </small>
    </div>
  );
}
