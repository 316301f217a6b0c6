import './shell.css';
import { Link, Outlet } from '@tanstack/react-router';
import { type Language, languages, useMessages } from './messages/messages.tsx';

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
          <Link to="/">{say('start')}</Link>
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
