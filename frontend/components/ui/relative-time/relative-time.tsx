import { useContext } from 'react';
import { useNow } from '@/lib/hooks/use-now';
import { exactTime, relativeTime, universalTime } from '@/lib/words/time';
import { TimeLanguageContext } from './time-language';

/** "2 minutes ago", with the exact moment on hover, for machines, and on paper. */
export function RelativeTime({ value }: { value: string }) {
  const told = useContext(TimeLanguageContext);
  const now = useNow();
  const moment = new Date(value);
  // Where the reader is, only their browser knows.
  const exact =
    now === null ? universalTime(moment, told.language) : exactTime(moment, told.language);
  return (
    <time dateTime={value} title={exact}>
      <span className="w-time-screen">
        {now === null ? exact : relativeTime(moment, new Date(now), told)}
      </span>
      <span className="w-time-paper" aria-hidden="true">
        {exact}
      </span>
    </time>
  );
}
