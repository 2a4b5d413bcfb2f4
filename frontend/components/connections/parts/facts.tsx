import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import styles from './facts.module.css';

type Props = {
  facts: [name: string, value: ReactNode][];
  /** What they are called is not known yet. */
  pending?: boolean;
};

/** Names and what stands behind them. */
export function Facts({ facts, pending = false }: Props) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{pending ? <Skeleton width="5rem" /> : name}</dt>
          <dd>{pending ? <Skeleton width="8rem" /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
