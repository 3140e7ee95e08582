/** The head of every page: where one is, where one can go, language and colours. */
import { Link, useRoute } from 'wouter';
import { useLanguage, useMessages } from '../language/language';
import { usePageHref } from '../url/use-url-state';
import { shellMessages } from './messages';
import { themes, useTheme } from './theme';
import './header.css';

const pages = ['compare', 'explore', 'quality', 'measures'] as const;

export function Header() {
  const t = useMessages(shellMessages);
  const hrefOf = usePageHref();
  return (
    <header className="site-head">
      <div className="inner">
        <Link href={hrefOf('/')} className="brand">
          <strong>{t.title}</strong>
          <span>{t.subtitle}</span>
        </Link>
        <Choices />
        <nav aria-label={t.pages}>
          <ul>
            <PageLink path="/" name={t.overview} />
            {pages.map((page) => (
              <PageLink key={page} path={`/${page}`} name={t[page]} />
            ))}
            <li>
              <a href="/graphiql/">{t.graphiql}</a>
            </li>
          </ul>
        </nav>
      </div>
    </header>
  );
}

function PageLink({ path, name }: { path: string; name: string }) {
  const hrefOf = usePageHref();
  const [here] = useRoute(path);
  return (
    <li>
      <Link href={hrefOf(path)} aria-current={here ? 'page' : undefined}>
        {name}
      </Link>
    </li>
  );
}

function Choices() {
  const t = useMessages(shellMessages);
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <div className="choices">
      <select
        aria-label={t.theme}
        value={theme}
        onChange={(event) => setTheme(themes.find((one) => one === event.target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {t[one]}
          </option>
        ))}
      </select>
      <div role="group" aria-label={t.language} className="languages">
        <button type="button" lang="zh-CN" aria-pressed={language === 'zh-CN'} onClick={() => choose('zh-CN')}>
          中文
        </button>
        <button type="button" lang="en" aria-pressed={language === 'en'} onClick={() => choose('en')}>
          English
        </button>
      </div>
    </div>
  );
}
