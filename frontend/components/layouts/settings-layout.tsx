import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import type { ReactNode } from 'react';
import { PageHead } from '@/components/ui/page-head/page-head';
import { useMe } from '@/lib/hooks/person/use-me';
import { words } from '@/lib/words/catalogues/pages';
import { Closed } from './notices/closed';
import { openSettings } from './navigation/settings';
import { OperatorLayout } from './operator-layout';
import styles from './settings-layout.module.css';

type Props = {
  title: string;
  /** What the page is for. */
  lead?: string;
  children: ReactNode;
};

/** A page of the settings, with the sections that this person may open above it. */
export function SettingsLayout({ title, lead, children }: Props) {
  const { pathname } = useRouter();
  const permissions = useMe().data?.permissions;
  const sections = openSettings(permissions);
  // The first address of the settings leads on, and is none of them.
  const isOpen = pathname === '/settings' || sections.some(({ href }) => href === pathname);
  return (
    <OperatorLayout title={title}>
      <nav aria-label={words.settings} className={styles.sections}>
        {sections.map(({ href, label, needs }) => (
          <Link
            key={href}
            href={href}
            aria-current={pathname === href ? 'page' : undefined}
            data-unsure={(needs && !permissions && pathname !== href) || undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {isOpen ? (
        <>
          <PageHead title={title} lead={lead} />
          {children}
        </>
      ) : (
        <Closed />
      )}
    </OperatorLayout>
  );
}
