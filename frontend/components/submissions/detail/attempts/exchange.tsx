import { Button } from '@mantine/core';
import { useState } from 'react';
import { Payload } from '@/components/ui/payload/payload';
import type { AttemptOut } from '@/lib/api/model';
import { words as all } from '../words';
import { Changes } from './changes';
import styles from './exchange.module.css';

type Props = { attempt: AttemptOut; before: AttemptOut | undefined };

/** Request and response side by side: as they were, or what is new since the attempt before. */
export function Exchange({ attempt, before }: Props) {
  const words = all.attempts;
  const [view, setView] = useState<'whole' | 'changes'>('whole');
  const compared = view === 'changes' ? before : undefined;
  return (
    <>
      {before && (
        <div className={styles.views} role="group" aria-label={words.shown}>
          {(['whole', 'changes'] as const).map((each) => (
            <Button
              key={each}
              variant={view === each ? 'filled' : 'default'}
              size="compact-sm"
              aria-pressed={view === each}
              onClick={() => setView(each)}
            >
              {each === 'whole' ? words.whole : words.changes(before.number)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.sides}>
        <Side
          title={words.request}
          value={attempt.request}
          missing={words.nothingSent}
          before={compared && { number: compared.number, value: compared.request }}
        />
        <Side
          title={words.response}
          value={attempt.response}
          missing={words.nothingBack}
          before={compared && { number: compared.number, value: compared.response }}
        />
      </div>
    </>
  );
}

type SideProps = {
  title: string;
  value: unknown;
  missing: string;
  before: { number: number; value: unknown } | undefined;
};

function Side({ title, value, missing, before }: SideProps) {
  return (
    <div className={styles.side}>
      <h4>{title}</h4>
      {before ? (
        <Changes title={title} before={before.value} after={value} since={before.number} />
      ) : value === null ? (
        <p>{missing}</p>
      ) : (
        <Payload value={value} label={title} />
      )}
    </div>
  );
}
