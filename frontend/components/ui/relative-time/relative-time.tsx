import { useNow } from '@/lib/hooks/use-now';
import { useSpoken } from '@/lib/words/spoken';
import { exactTime, relativeTime, universalTime } from '@/lib/words/amounts/time';

/** "2 minutes ago", with the exact moment on hover, for machines, and on paper. */
export function RelativeTime({ value }: { value: string }) {
  const now = useNow();
  const spoken = useSpoken();
  const moment = new Date(value);
  // Where the reader is, only their browser knows.
  const exact = (now === null ? universalTime : exactTime)(moment, spoken.language);
  return (
    <time dateTime={value} title={exact}>
      <span className="w-time-screen">
        {now === null ? exact : relativeTime(moment, new Date(now), spoken)}
      </span>
      <span className="w-time-paper" aria-hidden="true">
        {exact}
      </span>
    </time>
  );
}
