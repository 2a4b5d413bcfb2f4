import { StateMark } from '@/components/ui/state-mark/state-mark';
import { STEP_WORDS } from '@/lib/words/states';
import type { Stop } from './stop';
import { StopFacts } from './stop-facts';
import styles from './route-line.module.css';

type Props = {
  stops: Stop[];
  label: string;
  /** A route that has not been sent yet: names and systems only. */
  planned?: boolean;
  /** The level of the stops' titles, to follow the heading above the line. */
  headingLevel?: 2 | 3;
};

/** The signature of Waybill: a line of stops, from what was sent to where it arrived. */
export function RouteLine({ stops, label, planned = false, headingLevel = 3 }: Props) {
  const Title = `h${headingLevel}` as const;
  return (
    <ol className={styles.route} aria-label={label} data-planned={planned || undefined}>
      {stops.map((stop) => (
        <li key={stop.key} className={styles.stop} data-state={stop.state}>
          <span className={styles.rail}>
            <StateMark key={stop.state} state={stop.state} />
          </span>
          <div className={styles.body}>
            <div className={styles.head}>
              <Title className={styles.title}>{stop.title}</Title>
              <span className={styles.system}>{stop.system}</span>
              {!planned && (
                <span className={styles.state}>{stop.word ?? STEP_WORDS[stop.state]}</span>
              )}
            </div>
            {!planned && <StopFacts stop={stop} />}
            {stop.detail}
          </div>
        </li>
      ))}
    </ol>
  );
}
