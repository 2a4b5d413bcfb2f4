import type { Link } from '@/components/ui/link/link';
import { BRAND } from '@/lib/words/brand';
import styles from './brand.module.css';

type Props = {
  href?: string;
  /** The application's link, where the way leads on within the application; public pages go without it. */
  as?: 'a' | typeof Link;
};

/** The name, with its route mark: one stop left, one reached. */
export function Brand({ href = '/', as: Anchor = 'a' }: Props) {
  return (
    <Anchor href={href} className={styles.brand}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M5 5v10h10" fill="none" stroke="currentColor" strokeWidth="2" />
        <circle cx="5" cy="4.5" r="3" fill="var(--paper)" stroke="currentColor" strokeWidth="2" />
        <circle cx="15.5" cy="15" r="4" fill="var(--accent)" />
      </svg>
      {BRAND}
    </Anchor>
  );
}
