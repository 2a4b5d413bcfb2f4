import { useNow } from '@/lib/hooks/use-now';
import { useSpoken } from '@/lib/words/spoken';
import { exactTime } from '@/lib/words/amounts/time';
import { words } from '../words';

/** "in 2:05", counted down by the second, with the exact moment on hover. */
export function Countdown({ until }: { until: string }) {
  const now = useNow();
  const { language } = useSpoken();
  const moment = new Date(until);
  const exact = exactTime(moment, language);
  return (
    <time dateTime={until} title={exact}>
      {now === null ? exact : words.waiting.in(clock(moment.getTime() - now))}
    </time>
  );
}

/** "2:05", "1:02:05". */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const short = `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${short.padStart(5, '0')}` : short;
}
