import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import type { ReactNode } from 'react';
import { useMe } from '@/lib/hooks/person/use-me';
import { words } from '@/lib/words/catalogues/pages';
import { openSettings } from './navigation/settings';
import { OperatorLayout } from './operator-layout';
import styles from './settings-layout.module.css';

/** A page of the settings, with the sections that this person may open above it. */
export function SettingsLayout({ title, children }: { title: string; children: ReactNode }) {
  const { pathname } = useRouter();
  const permissions = useMe().data?.permissions;
  return (
    <OperatorLayout title={title}>
      <nav aria-label={words.settings} className={styles.sections}>
        {openSettings(permissions).map(({ href, label, needs }) => (
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
      <h1 className={styles.title}>{title}</h1>
      {children}
    </OperatorLayout>
  );
}
