import { useNow } from '@/lib/hooks/use-now';
import { useSpoken } from '@/lib/words/spoken';
import { exactTime, relativeTime } from '@/lib/words/time';
import styles from './relative-time.module.css';

/** "2 minutes ago", with the exact moment on hover, for machines, and on paper. */
export function RelativeTime({ value }: { value: string }) {
  const now = useNow();
  const spoken = useSpoken();
  const moment = new Date(value);
  const exact = exactTime(moment, spoken.language);
  return (
    <time dateTime={value} title={exact}>
      <span className={styles.screen}>
        {now === null ? exact : relativeTime(moment, new Date(now), spoken)}
      </span>
      <span className={styles.paper} aria-hidden="true">
        {exact}
      </span>
    </time>
  );
}
