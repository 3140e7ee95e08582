/** The frame of every page, and which page an address is. */
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Skeleton } from './components/skeleton';
import { ExplainDialog } from './explain/explain-dialog';
import { LanguageProvider, useMessages } from './language/language';
import { WhenBroken } from './shell/broken';
import { Footer } from './shell/footer';
import { HeldProvider } from './shell/held-years';
import { Header } from './shell/header';
import { shellMessages } from './shell/messages';
import { NotFound } from './shell/not-found';

// Each page is loaded when it is first gone to.
const Overview = lazy(() => import('./pages/overview/overview'));
const Division = lazy(() => import('./pages/division/division'));
const Agency = lazy(() => import('./pages/agency/agency'));
const Report = lazy(() => import('./pages/report/report'));
const Compare = lazy(() => import('./pages/compare/compare'));
const Explore = lazy(() => import('./pages/explore/explore'));
const Quality = lazy(() => import('./pages/quality/quality'));
const Measures = lazy(() => import('./pages/measures/measures'));

export function App() {
  return (
    <LanguageProvider>
      <HeldProvider>
        <Frame />
      </HeldProvider>
    </LanguageProvider>
  );
}

function Frame() {
  const t = useMessages(shellMessages);
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);

  // A new page starts at its top, and a screen reader at its beginning.
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <Header />
      <main id="main" ref={main} tabIndex={-1}>
        <WhenBroken key={path}>
          <Suspense fallback={<Skeleton lines={10} />}>
            <Switch>
              <Route path="/" component={Overview} />
              <Route path="/division/:code">{({ code }) => <Division key={code} code={code} />}</Route>
              <Route path="/agency/:id">{({ id }) => <Agency key={id} id={id} />}</Route>
              <Route path="/report/:id">{({ id }) => <Report key={id} id={id} />}</Route>
              <Route path="/compare" component={Compare} />
              <Route path="/explore" component={Explore} />
              <Route path="/quality" component={Quality} />
              <Route path="/measures" component={Measures} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </WhenBroken>
      </main>
      <Footer />
      <ExplainDialog />
    </>
  );
}
