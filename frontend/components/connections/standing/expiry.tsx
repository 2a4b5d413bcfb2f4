import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useNow } from '@/lib/hooks/use-now';
import { words as all } from '../words';
import styles from './standing.module.css';

const SOON = 14 * 86_400_000;

/** That the credentials end within two weeks, or have ended. */
export function Expiry({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null || now === null || Date.parse(at) > now + SOON) return null;
  const text = Date.parse(at) > now ? all.list.ending : all.list.ended;
  return (
    <span className={styles.expiry}>
      <Phrase text={text} parts={{ time: <RelativeTime value={at} /> }} />
    </span>
  );
}
