import { useAhead } from '@/lib/hooks/use-now';
import { Phrase } from '../phrase/phrase';
import { RelativeTime } from './relative-time';

type Props = {
  value: string;
  /** Of a time to come, which takes the place of `{time}`. */
  text: string;
  /** Once it is past. */
  due: string;
};

/** When something is next: a time that is past is never that. */
export function NextTime({ value, text, due }: Props) {
  const ahead = useAhead(value);
  return ahead ? <Phrase text={text} parts={{ time: <RelativeTime value={value} /> }} /> : due;
}
