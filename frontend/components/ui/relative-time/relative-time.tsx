import { useNow } from '@/lib/hooks/use-now';
import { exactTime, relativeTime } from '@/lib/words/time';
import styles from './relative-time.module.css';

/** "2 minutes ago", with the exact moment on hover, for machines, and on paper. */
export function RelativeTime({ value }: { value: string }) {
  const now = useNow();
  const moment = new Date(value);
  const exact = exactTime(moment);
  return (
    <time dateTime={value} title={exact}>
      <span className={styles.screen}>
        {now === null ? exact : relativeTime(moment, new Date(now))}
      </span>
      <span className={styles.paper} aria-hidden="true">
        {exact}
      </span>
    </time>
  );
}
