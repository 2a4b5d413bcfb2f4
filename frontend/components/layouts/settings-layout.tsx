import Link from 'next/link';
import { useRouter } from 'next/router';
import type { ReactNode } from 'react';
import type { Permission } from '@/lib/api/model';
import { useMe } from '@/lib/hooks/use-me';
import { words } from '@/lib/words/pages';
import { OperatorLayout } from './operator-layout';
import styles from './settings-layout.module.css';

type Section = { href: string; label: string; needs?: Permission };

/** A section without `needs` is about the person themselves and open to everybody. */
const sections = (): Section[] => [
  { href: '/settings/you', label: words.you },
  { href: '/settings/security', label: words.security },
  { href: '/settings/organization', label: words.organization, needs: 'organization:read' },
  { href: '/settings/members', label: words.members, needs: 'members:read' },
  { href: '/settings/keys', label: words.keys, needs: 'keys:manage' },
  { href: '/settings/audit', label: words.audit, needs: 'audit:read' },
  { href: '/settings/privacy', label: words.privacy, needs: 'privacy:manage' },
];

/** A page of the settings, with the sections that this person may open above it. */
export function SettingsLayout({ title, children }: { title: string; children: ReactNode }) {
  const { pathname } = useRouter();
  const me = useMe();
  const open = sections().filter(({ needs }) => !needs || me.data?.permissions.includes(needs));
  return (
    <OperatorLayout title={title}>
      <nav aria-label={words.settings} className={styles.sections}>
        {open.map(({ href, label }) => (
          <Link key={href} href={href} aria-current={pathname === href ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </OperatorLayout>
  );
}
