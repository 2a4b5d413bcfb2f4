import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useDraft, useEditorStore, useSettledShallow } from '../../store/context';
import { placeOf } from '../../store/place';
import { useFaultText } from '../hooks/use-fault-text';
import { useEditStep } from '../hooks/use-step';
import { useSystems } from '../hooks/use-systems';
import { stepName } from '../model/edit';
import { isReadOnlyBy, mayNeed, setNeeds } from '../model/order';
import { words as all } from '../words';
import { StillRead } from './still-read';
import styles from './parts.module.css';

const NONE: readonly string[] = [];

/** What a step waits for. Steps that wait for it are not offered, so nothing goes in circles. */
export function AfterPart({ step }: { step: string }) {
  const words = all.after;
  const place = placeOf('steps', step, 'needs');
  const store = useEditorStore();
  const edit = useEditStep(step);
  const fault = useFaultText(place);
  const needs = useDraft(({ steps }) => steps[step]?.needs ?? NONE);
  const choices = useSettledShallow(({ steps }) => [
    ...mayNeed(steps, step),
    ...needs.filter((need) => !(need in steps) || need === step),
  ]);
  const names = useNames(choices);
  const [leaving, setLeaving] = useState<string | null>(null);
  const leave = (need: string) => {
    edit('needs', (draft) =>
      setNeeds(
        draft,
        needs.filter((each) => each !== need),
      ),
    );
    setLeaving(null);
  };
  const choose = (need: string, isWaiting: boolean) => {
    const draft = store.getState().history.now.definition;
    if (isWaiting) edit('needs', (found) => setNeeds(found, [...needs, need]));
    else if (draft && isReadOnlyBy(draft, step, need)) setLeaving(need);
    else leave(need);
  };
  if (choices.length === 0) return <p className={styles.quiet}>{words.nothing}</p>;
  return (
    <div className={styles.stack}>
      <p>{saidOf(needs.map((need) => names[choices.indexOf(need)] ?? need))}</p>
      {needs.length > 0 && <p className={styles.quiet}>{words.rule}</p>}
      <fieldset className={styles.choices} data-place={place} tabIndex={-1}>
        <legend>{words.choose}</legend>
        {choices.map((each, at) => (
          <Checkbox
            key={each}
            label={names[at]}
            checked={needs.includes(each)}
            onChange={(event) => choose(each, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <p className={styles.quiet}>{words.chooseHint}</p>
      {fault && <p className={styles.fault}>{fault}</p>}
      {leaving !== null && (
        <StillRead
          step={step}
          need={leaving}
          name={names[choices.indexOf(leaving)] ?? leaving}
          onKeep={() => setLeaving(null)}
          onLeave={() => leave(leaving)}
        />
      )}
    </div>
  );
}

function useNames(keys: readonly string[]): string[] {
  const { actionOf } = useSystems();
  return useSettledShallow((draft) =>
    keys.map((key) =>
      key in draft.steps ? stepName(draft, key, actionOf) : all.after.missing(key),
    ),
  );
}

function saidOf(names: readonly string[]): string {
  const words = all.after;
  const [first, ...others] = names;
  if (first === undefined) return words.atOnce;
  return others.length === 0 ? words.afterOne(first) : words.afterAll([...names]);
}
