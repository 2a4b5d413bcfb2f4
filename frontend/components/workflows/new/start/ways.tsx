import { Link } from '@/components/ui/link/link';
import { words as all } from '../words';
import styles from './ways.module.css';

const WAYS = ['blank', 'table', 'definition'] as const;

/** How a workflow begins that is of no template. */
export function Ways() {
  const words = all.ways;
  return (
    <ul className={styles.ways} aria-label={words.title}>
      {WAYS.map((each) => (
        <li key={each} className={styles.way}>
          <Link href={`/workflows/new?from=${each}`}>{words[each].title}</Link>
          <p>{words[each].text}</p>
        </li>
      ))}
    </ul>
  );
}
