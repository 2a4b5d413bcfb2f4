import { NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { TemplateField } from '../../mapping/text-field-with-picks';
import { useDraft, useFaults } from '../../store/context';
import { isWithin, placeOf } from '../../store/place';
import { useFaultText } from '../hooks/use-fault-text';
import { useEditStep } from '../hooks/use-step';
import { words as all } from '../words';
import { KeyPart } from './key-part';
import { NumberField } from './number-field';
import { RetryPart } from './retry-part';
import styles from '../parts/parts.module.css';

const LONGEST_TIMEOUT = 60;
const USUAL_TIMEOUT = 30;
const QUEUES = ['critical', 'default', 'bulk'] as const;
const INSIDE = ['retry', 'timeout_seconds', 'queue', 'ordering'];

/** What most steps never need. It opens by itself when something in it is to be mended. */
export function MorePart({ step }: { step: string }) {
  const words = all.more;
  const details = useRef<HTMLDetailsElement>(null);
  const faults = useFaults(placeOf('steps', step));
  const isFaulty = faults.some(({ field }) =>
    INSIDE.some((part) => isWithin(field, placeOf('steps', step, part))),
  );
  useEffect(() => {
    if (isFaulty && details.current) details.current.open = true;
  }, [isFaulty]);
  return (
    <details ref={details} className={styles.more}>
      <summary>{words.title}</summary>
      <div className={styles.stack}>
        <RetryPart step={step} />
        <h4>{words.speed}</h4>
        <div className={styles.pair}>
          <Timeout step={step} />
          <Queue step={step} />
        </div>
        <TemplateField
          place={placeOf('steps', step, 'ordering')}
          label={words.ordering}
          description={words.orderingHint}
        />
        <h4>{words.advanced}</h4>
        <KeyPart step={step} />
      </div>
    </details>
  );
}

function Timeout({ step }: { step: string }) {
  const words = all.more;
  const edit = useEditStep(step);
  const value = useDraft(({ steps }) => steps[step]?.timeout_seconds);
  return (
    <NumberField
      place={placeOf('steps', step, 'timeout_seconds')}
      label={words.timeout}
      description={words.timeoutHint}
      value={value}
      usual={USUAL_TIMEOUT}
      least={1}
      most={LONGEST_TIMEOUT}
      kind="whole"
      onChange={(next) =>
        edit('timeout_seconds', (draft) => {
          if (next === undefined) delete draft.timeout_seconds;
          else draft.timeout_seconds = next;
        })
      }
    />
  );
}

function Queue({ step }: { step: string }) {
  const words = all.more;
  const place = placeOf('steps', step, 'queue');
  const edit = useEditStep(step);
  const value = useDraft(({ steps }) => steps[step]?.queue ?? 'default');
  return (
    <NativeSelect
      label={words.queue}
      description={words.queueHint}
      data-place={place}
      error={useFaultText(place)}
      data={QUEUES.map((each) => ({ value: each, label: words.queues[each] }))}
      value={value}
      onChange={(event) => {
        const next = event.currentTarget.value;
        edit('queue', (draft) => {
          if (next === 'default') delete draft.queue;
          else draft.queue = next;
        });
      }}
    />
  );
}
