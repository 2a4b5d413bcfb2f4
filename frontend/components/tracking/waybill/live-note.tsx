import type { TrackingWords } from '@/lib/api/model';
import type { Liveness } from '@/lib/hooks/work/use-live';

/** `plain`: no script works the page. */
export type Standing = Liveness | 'plain';

type Props = { standing: Standing; words: TrackingWords; address: string };

/** Whether the reader has to do anything to see the newest state (only without script). */
export function LiveNote({ standing, words, address }: Props) {
  return (
    <p className="t-live" data-liveness={standing}>
      {words.live[standing]}
      {standing === 'plain' && (
        <a className="t-again" href={address}>
          {words.live.look_again}
        </a>
      )}
    </p>
  );
}
