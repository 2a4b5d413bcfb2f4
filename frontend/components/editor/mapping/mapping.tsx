import { CloseButton } from '@mantine/core';
import { useMemo } from 'react';
import { isRecord } from '../model/alike';
import { setAt } from '../scope/model/at-place';
import { useSystems } from '../steps/hooks/use-systems';
import { useChange, useDraft, useDraftShallow, useFaults } from '../store/context';
import { placeOf, type Place } from '../store/place';
import { InputRow } from './inputs/input-row';
import styles from './mapping.module.css';
import { inputsOf } from './schema/inputs';
import { Suggest } from './suggest/suggest';
import { words } from './words';

/** Everything that the action of a step takes, and what it gets. */
export function Mapping({ step }: { step: string }) {
  const use = useDraft(({ steps }) => steps[step]?.use ?? '');
  const sent = useDraftShallow(({ steps }) => Object.keys(steps[step]?.with ?? {}));
  const { actionOf, isPending } = useSystems();
  const schema = actionOf(use)?.input_schema;
  const inputs = useMemo(() => (schema ? inputsOf(schema) : []), [schema]);
  const [connection = ''] = use.split('/');
  if (isPending) return null;
  if (!isRecord(schema)) return <p>{words.unknownAction}</p>;
  const place = placeOf('steps', step, 'with');
  const extra = sent.filter((key) => inputs.every((input) => input.key !== key));
  return (
    <div className={styles.mapping}>
      {inputs.length === 0 && <p>{words.takesNothing}</p>}
      {inputs.length > 0 && <Suggest step={step} inputs={inputs} />}
      {inputs.map((input) => (
        <InputRow
          key={`${use}.${input.key}`}
          place={placeOf(place, input.key)}
          input={input}
          connection={connection}
        />
      ))}
      {extra.map((key) => (
        <Extra key={key} place={placeOf(place, key)} name={key} />
      ))}
    </div>
  );
}

/** What the document sends and the action does not take. */
function Extra({ place, name }: { place: Place; name: string }) {
  const change = useChange();
  const faults = useFaults(place);
  const said = faults.map(({ message }) => message).join(' ') || words.extra;
  return (
    <p className={styles.extra}>
      <code>{name}</code> {said}
      <CloseButton
        aria-label={words.remove(name)}
        data-place={place}
        onClick={() => change(place, (draft) => setAt(draft, place, undefined))}
      />
    </p>
  );
}
