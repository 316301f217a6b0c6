import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { type Language, languages, useMessages } from './messages/messages.tsx';

/** The pages of the navigation, in the order of the work. */
const pages = [
  { to: '/', key: 'start' },
  { to: '/ask', key: 'ask' },
  { to: '/screen', key: 'screen' },
  { to: '/portfolios', key: 'portfolios' },
  { to: '/rehearse', key: 'rehearse' },
  { to: '/lists', key: 'lists' },
  { to: '/world', key: 'world' },
] as const;

/** What stands around every page: the way to the others, the language, and what the product does not claim. */
export function Shell() {
  const { say, language, setLanguage } = useMessages();
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="masthead screen-only">
        <Link to="/" className="wordmark">
          {say('product')}
        </Link>
        <nav aria-label={say('navigation')}>
          {pages.map(({ to, key }) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
              {say(key)}
            </Link>
          ))}
        </nav>
        <label className="language">
          <span className="visually-hidden">{say('language')}</span>
          <select value={language} onChange={(event) => setLanguage(event.target.value as Language)}>
            {languages.map((one) => (
              <option key={one.id} value={one.id} lang={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="quiet">{say('disclaimer')}</footer>
    </>
  );
}
