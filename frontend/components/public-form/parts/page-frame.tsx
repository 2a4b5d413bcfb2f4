import type { MouseEvent, ReactNode } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { COLOR_SCHEME_KEY } from '@/lib/config/color-scheme';
import type { Form } from '../form';
import { leaveTo } from '../hooks/leave';
import type { Say } from '../words';

type Props = {
  form: Form;
  say: Say;
  scripted: boolean;
  onLanguage: (language: string) => Promise<boolean>;
  children: ReactNode;
};

/** Around a form: whose it is, in which language, and who carries it. */
export function PageFrame({ form, say, scripted, onLanguage, children }: Props) {
  const { look, organization } = form;
  return (
    <div className="f-page-frame" style={look.accent ? accented(look.accent) : undefined}>
      <a className="f-skip" href="#main">
        {say('skip')}
      </a>
      <header className="f-header">
        <p className="f-organization">
          {look.logo ? (
            <img src={look.logo} alt={organization.name} height={40} width={160} />
          ) : (
            organization.name
          )}
        </p>
        <Languages form={form} say={say} onLanguage={onLanguage} />
        {scripted && <Colours say={say} />}
      </header>
      <main id="main" tabIndex={-1} className="f-column">
        {children}
      </main>
      <footer className="f-footer">
        <Phrase text={say('carried_by')} parts={{ brand: <Brand /> }} />
      </footer>
    </div>
  );
}

const accented = (accent: string) => ({ '--chosen-accent': accent }) as Record<string, string>;

function Languages({ form, say, onLanguage }: Pick<Props, 'form' | 'say' | 'onLanguage'>) {
  if (form.languages.length < 2) return null;
  function change(event: MouseEvent<HTMLAnchorElement>, code: string) {
    event.preventDefault();
    const { href } = event.currentTarget;
    void onLanguage(code).then((changed) => {
      if (!changed) leaveTo(href);
    });
  }
  return (
    <nav className="f-languages" aria-label={say('language')}>
      {form.languages.map(({ code, name }) => (
        <a
          key={code}
          href={`?language=${encodeURIComponent(code)}`}
          lang={code}
          hrefLang={code}
          aria-current={code === form.language || undefined}
          onClick={(event) => change(event, code)}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

const SCHEME = 'data-mantine-color-scheme';

/** Switches between light and dark; without a choice the system's setting holds. */
function Colours({ say }: { say: Say }) {
  function change() {
    const root = document.documentElement;
    const next = root.getAttribute(SCHEME) === 'dark' ? 'light' : 'dark';
    root.setAttribute(SCHEME, next);
    try {
      localStorage.setItem(COLOR_SCHEME_KEY, next);
    } catch {
      return;
    }
  }
  return (
    <button type="button" className="f-tool f-colours" onClick={change}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />
      </svg>
      <span className="f-unseen f-to-dark">{say('dark')}</span>
      <span className="f-unseen f-to-light">{say('light')}</span>
    </button>
  );
}

function Brand() {
  return (
    <a href="/" className="f-brand" target="_top">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M5 5v10h10" fill="none" stroke="currentColor" strokeWidth="2" />
        <circle cx="5" cy="4.5" r="3" fill="var(--paper)" stroke="currentColor" strokeWidth="2" />
        <circle cx="15.5" cy="15" r="4" fill="var(--accent)" />
      </svg>
      {BRAND}
    </a>
  );
}

const BRAND = 'Waybill';
