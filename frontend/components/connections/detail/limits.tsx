import { Button } from '@mantine/core';
import { useState } from 'react';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { ConnectionOut } from '@/lib/api/model';
import { LimitsDialog } from '../change/limits-dialog';
import { useAllowed } from '../hooks/use-allowed';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import { number } from '../standing/numbers';
import { words as all } from '../words';
import styles from './entries.module.css';

type Props = { connection: ConnectionOut; onDone: (what: string) => void };

/** How much may be sent, and what that means. */
export function Limits({ connection, onDone }: Props) {
  const words = all.detail.limits;
  const { manages } = useAllowed();
  const [open, setOpen] = useState(false);
  const { max_in_flight: most, rate_per_second: rate, rate_burst: burst } = connection;
  return (
    <Section
      title={words.title}
      action={
        manages && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
            {words.change}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [words.flight, words.flightValue(number(most))],
          [
            words.rate,
            rate === null ? words.unlimited : words.rateValue(number(rate), number(burst)),
          ],
        ]}
      />
      <p className={styles.quiet}>{words.why}</p>
      {open && (
        <PagePart what={words.change}>
          <LimitsDialog connection={connection} onClose={() => setOpen(false)} onDone={onDone} />
        </PagePart>
      )}
    </Section>
  );
}
