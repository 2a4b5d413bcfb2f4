import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import type { Permission } from '@/lib/api/model';
import { words } from '../words';
import { SectionIcon } from './section-icon';
import { openSections } from './sections';
import styles from './section-list.module.css';

type Props = { permissions: readonly Permission[] | undefined; onLeave?: () => void };

/** The ways to the sections; the one that the page belongs to is set off. */
export function SectionList({ permissions, onLeave }: Props) {
  const { pathname } = useRouter();
  const first = `/${pathname.split('/')[1]}`;
  return (
    <nav aria-label={words.sections} className={styles.sections}>
      <ul>
        {openSections(permissions).map(({ name, href, label }) => (
          <li key={name}>
            <Link
              href={href}
              aria-current={first === href ? 'page' : undefined}
              onClick={() => onLeave?.()}
            >
              <SectionIcon section={name} />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
