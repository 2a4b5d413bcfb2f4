import { useDraft } from '../../store/context';
import { placeOf } from '../../store/place';
import { useFaultTextOf } from '../hooks/use-fault-text';
import { useEditStep } from '../hooks/use-step';
import { BOUNDS, retryOf, scheduleOf, spanOf, type Part, type Retry } from '../model/retry';
import { words as all } from '../words';
import { NumberField } from './number-field';
import styles from '../parts/parts.module.css';

const KINDS = {
  base_seconds: 'above',
  factor: 'from',
  cap_seconds: 'above',
  max_tries: 'whole',
} as const;
const PARTS = ['base_seconds', 'factor', 'cap_seconds', 'max_tries'] as const;

/** How often a step is tried, and what that comes to. */
export function RetryPart({ step }: { step: string }) {
  const words = all.more;
  const place = placeOf('steps', step, 'retry');
  const edit = useEditStep(step);
  const written = useDraft(({ steps }) => steps[step]?.retry);
  const fault = useFaultTextOf(place, [place]);
  const said = {
    base_seconds: [words.base, words.baseHint],
    factor: [words.factor, words.factorHint],
    cap_seconds: [words.cap, words.capHint],
    max_tries: [words.tries, words.triesHint],
  } as const;
  const write = (part: Part, value: number | undefined) =>
    edit(placeOf('retry', part), (draft) => {
      const { [part]: _, ...others } = draft.retry ?? {};
      const next = value === undefined ? others : { ...draft.retry, [part]: value };
      if (Object.keys(next).length > 0) draft.retry = next;
      else delete draft.retry;
    });
  return (
    <div className={styles.stack}>
      <h4>{words.retry}</h4>
      <div className={styles.pair}>
        {PARTS.map((part) => (
          <NumberField
            key={part}
            place={placeOf(place, part)}
            label={said[part][0]}
            description={said[part][1]}
            value={numberIn(written, part)}
            {...BOUNDS[part]}
            kind={KINDS[part]}
            onChange={(value) => write(part, value)}
          />
        ))}
      </div>
      <p className={styles.quiet} aria-live="polite">
        {scheduleSaid(retryOf(written))}
      </p>
      {fault && <p className={styles.fault}>{fault}</p>}
    </div>
  );
}

function numberIn(written: Readonly<Record<string, unknown>> | undefined, part: Part) {
  const value = written?.[part];
  return typeof value === 'number' ? value : undefined;
}

function scheduleSaid(retry: Retry): string {
  const words = all.more;
  if (retry.base_seconds > retry.cap_seconds) return words.tooLong;
  const { first, last, total, tries } = scheduleOf(retry);
  if (first.length === 0) return words.never;
  return words.schedule(
    first.map(spanSaid),
    last === null ? null : spanSaid(last),
    tries,
    spanSaid(total),
  );
}

function spanSaid(seconds: number): string {
  const { count, unit } = spanOf(seconds);
  return all.more.span(count, unit);
}
