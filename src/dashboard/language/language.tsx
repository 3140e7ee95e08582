/** The language of the page: `lang` of the URL, else the one chosen before in this browser, else the browser's. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { languages, type Dictionary, type Language } from './dictionary';

interface Chosen {
  language: Language;
  choose: (language: Language) => void;
}
const LanguageContext = createContext<Chosen>({ language: 'zh-CN', choose: () => undefined });

const key = 'gongkai.language';

const languageNamed = (name: string | null): Language | undefined =>
  name === null ? undefined : languages.find((language) => name.toLowerCase().startsWith(language.slice(0, 2)));

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [search, setSearch] = useSearchParams();
  const [kept, setKept] = useState(() => languageNamed(localStorage.getItem(key)));
  const asked = languageNamed(search.get('lang'));
  const language = asked ?? kept ?? languageNamed(navigator.language) ?? 'en';

  const choose = useCallback(
    (chosen: Language) => {
      localStorage.setItem(key, chosen);
      setKept(chosen);
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (next.has('lang')) next.set('lang', chosen);
          return next;
        },
        { replace: true },
      );
    },
    [setSearch],
  );

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const chosen = useMemo(() => ({ language, choose }), [language, choose]);
  return <LanguageContext value={chosen}>{children}</LanguageContext>;
}

export const useLanguage = (): Chosen => use(LanguageContext);

/** What a page says, in the language of the reader. */
export function useMessages<T>(dictionary: Dictionary<T>): Dictionary<T>[Language] {
  return dictionary[useLanguage().language];
}
