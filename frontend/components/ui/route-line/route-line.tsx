import { STEP_WORDS } from '@/lib/words/states';
import type { Stop } from './stop';
import { StopFacts } from './stop-facts';
import { StopFrame } from './stop-frame';
import styles from './route-line.module.css';

type Props = { stops: Stop[]; label: string; headingLevel?: 2 | 3 };

/** The signature of Waybill: a line of stops, from what was sent to where it arrived. */
export function RouteLine({ stops, label, headingLevel = 3 }: Props) {
  return (
    <ol className={styles.route} aria-label={label}>
      {stops.map((stop) => (
        <StopFrame
          key={stop.key}
          stop={stop}
          headingLevel={headingLevel}
          aside={<span className={styles.state}>{stop.word ?? STEP_WORDS[stop.state]}</span>}
        >
          <StopFacts stop={stop} />
          {stop.detail}
        </StopFrame>
      ))}
    </ol>
  );
}
