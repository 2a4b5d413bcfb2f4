import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { words } from '../words';
import styles from './alert-sections.module.css';

const SECTIONS = [
  ['/alerts', 'alerts'],
  ['/alerts/rules', 'rules'],
  ['/alerts/routes', 'routes'],
  ['/alerts/messages', 'messages'],
] as const;

/** The pages of alerts, side by side. */
export function AlertSections() {
  const { pathname } = useRouter();
  return (
    <nav aria-label={words.sections.label} className={styles.sections}>
      {SECTIONS.map(([href, name]) => (
        <Link key={href} href={href} aria-current={pathname === href ? 'page' : undefined}>
          {words.sections[name]}
        </Link>
      ))}
    </nav>
  );
}
