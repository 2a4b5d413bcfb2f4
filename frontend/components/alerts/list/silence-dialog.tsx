import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { AlertOut } from '@/lib/api/model';
import { useAnswer } from '../hooks/use-alerts';
import { words } from '../words';
import styles from './dialogs.module.css';

const HOUR = 3_600_000;
const TIMES = { hour: HOUR, hours: 4 * HOUR, day: 24 * HOUR, week: 168 * HOUR };
type Time = keyof typeof TIMES;

type Props = { alert: AlertOut; onClose: () => void; onDone: (what: string) => void };

/** Nothing is said of it for a time. */
export function SilenceDialog({ alert, onClose, onDone }: Props) {
  const [time, setTime] = useState<Time>('hours');
  const { silence, told } = useAnswer();
  const said = words.answer.silencing;
  const confirm = () => {
    const until = new Date(Date.now() + TIMES[time]).toISOString();
    silence.mutate(
      { alertId: alert.id, data: { until }, params: told },
      { onSuccess: () => onDone(said.done) },
    );
  };
  return (
    <Dialog title={said.confirm} onClose={onClose}>
      <div className={styles.form}>
        <p dir="auto" className={styles.about}>
          {alert.title}
        </p>
        <p className={styles.text}>{said.text}</p>
        <NativeSelect
          data-first
          label={said.until}
          value={time}
          data={(Object.keys(TIMES) as Time[]).map((value) => ({
            value,
            label: said.times[value],
          }))}
          onChange={(event) => setTime(event.currentTarget.value as Time)}
        />
        {silence.error && <ErrorNotice error={silence.error} what={said.failed} />}
        <ButtonRow>
          <Button loading={silence.isPending} onClick={confirm}>
            {said.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.answer.cancel}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
