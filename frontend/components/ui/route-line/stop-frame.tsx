import type { ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark/state-mark';
import type { Stop } from './stop';
import styles from './route-line.module.css';

type Props = {
  stop: Stop;
  /** The level of the stops' titles, to follow the heading above the line. */
  headingLevel?: 2 | 3;
  /** Stands beside the title. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** One stop on the line: its mark, its title, its system, and what a route says below. */
export function StopFrame({ stop, headingLevel = 3, aside, children }: Props) {
  const Title = `h${headingLevel}` as const;
  return (
    <li className={styles.stop} data-state={stop.state}>
      <span className={styles.rail}>
        <StateMark key={stop.state} state={stop.state} />
      </span>
      <div className={styles.body}>
        <div className={styles.head}>
          <Title className={styles.title}>{stop.title}</Title>
          <span className={styles.system}>{stop.system}</span>
          {aside}
        </div>
        {children}
      </div>
    </li>
  );
}
