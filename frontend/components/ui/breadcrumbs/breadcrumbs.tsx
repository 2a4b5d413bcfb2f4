import { Link } from '@/components/ui/link/link';
import { words } from '../words';
import styles from './breadcrumbs.module.css';

/** A page above this one. */
export type Crumb = { href: string; label: string };

/** The way down to a nested page. Its own name is the last, and no link. */
export function Breadcrumbs({ trail, here }: { trail: readonly Crumb[]; here: string }) {
  return (
    <nav aria-label={words.breadcrumbs} className={styles.breadcrumbs}>
      <ol>
        {trail.map(({ href, label }) => (
          <li key={href} dir="auto">
            <Link href={href}>{label}</Link>
          </li>
        ))}
        <li dir="auto" aria-current="page">
          {here}
        </li>
      </ol>
    </nav>
  );
}
