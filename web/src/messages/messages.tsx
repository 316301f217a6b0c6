import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { numberText } from '../parts/number-text.ts';
import { type Catalogue, en, type MessageKey } from './en.ts';
import { zhHans } from './zh-hans.ts';

const catalogues = { en, 'zh-Hans': zhHans } as const;
export type Language = keyof typeof catalogues;
export const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'zh-Hans', name: '简体中文' },
];

interface Messages {
  readonly language: Language;
  setLanguage(language: Language): void;
  /** The text of a key, with `{name}` replaced by values; numbers have their thousands apart. */
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
}

const MessagesContext = createContext<Messages | undefined>(undefined);

/** Where the choice of a language is kept; browsers that are told to keep nothing refuse even to be asked. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function remembered(): Language {
  const kept = languages.find(({ id }) => id === storage()?.getItem('language'));
  if (kept) return kept.id;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en';
}

export function MessagesProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
    storage()?.setItem('language', language);
  }, [language]);
  const catalogue: Catalogue = catalogues[language];
  const say: Messages['say'] = (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name] ?? whole;
      return typeof value === 'number' ? numberText(value) : value;
    });
  return (
    <MessagesContext.Provider value={{ language, setLanguage, say }}>{children}</MessagesContext.Provider>
  );
}

export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('MessagesProvider is missing above this component.');
  return messages;
}
