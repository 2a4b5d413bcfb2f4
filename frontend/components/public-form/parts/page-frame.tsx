import type { MouseEvent, ReactNode } from 'react';
import { Carrier } from '@/components/ui/light-frame/carrier';
import { Colours } from '@/components/ui/light-frame/colours';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { Form, Logo } from '../form';
import { leaveTo } from '../hooks/leave';
import { Closed } from '../plain/closed';
import type { Say } from '../words';

type Props = {
  form: Form;
  logo: Logo | undefined;
  say: Say;
  scripted: boolean;
  /** Of the form by itself, where it stands in a page of somebody else. */
  alone: string | undefined;
  onLanguage: (language: string) => Promise<boolean>;
  children: ReactNode;
};

/** Around a form: whose it is, in which language, and who carries it. */
export function PageFrame({ form, logo, say, scripted, alone, onLanguage, children }: Props) {
  const { look, organization } = form;
  const style = look.accent ? accented(look.accent) : undefined;
  if (alone !== undefined)
    return (
      <main id="main" className="f-page-frame f-embedded" style={style}>
        <Closed address={alone} say={say} />
        {children}
      </main>
    );
  return (
    <div className="f-page-frame" style={style}>
      <a className="f-skip" href="#main">
        {say('skip')}
      </a>
      <header className="f-header">
        <p className="f-organization">
          {logo ? <img {...logo} alt={organization.name} /> : organization.name}
        </p>
        <Languages form={form} say={say} onLanguage={onLanguage} />
        {scripted && <Colours dark={say('dark')} light={say('light')} />}
      </header>
      <main id="main" tabIndex={-1} className="f-column">
        {children}
      </main>
      <footer className="f-footer">
        <Phrase text={say('carried_by')} parts={{ brand: <Carrier /> }} />
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
