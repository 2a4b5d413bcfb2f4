import Head from 'next/head';
import type { ReactNode } from 'react';
import { Brand } from '@/components/ui/brand/brand';
import { Phrase } from '@/components/ui/phrase/phrase';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import { SkipLink } from './skip-link';
import { words } from './words';
import styles from './public-layout.module.css';

type Props = {
  title: string;
  children: ReactNode;
  /** Shown in the place of our name: the organization that the page speaks for. */
  organization?: string | undefined;
  description?: string;
};

/** Pages for people who are not signed in: one column of paper. */
export function PublicLayout({ title, children, organization, description }: Props) {
  return (
    <div className={styles.public}>
      <Head>
        <title>{words.title(title, organization)}</title>
        {description && <meta name="description" content={description} />}
      </Head>
      <SkipLink />
      <header className={styles.header}>
        {organization ? <p className={styles.organization}>{organization}</p> : <Brand />}
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1} className={styles.column}>
        {children}
      </main>
      {organization && (
        <footer className={styles.footer}>
          <Phrase text={words.carriedBy} parts={{ brand: <Brand /> }} />
        </footer>
      )}
    </div>
  );
}
