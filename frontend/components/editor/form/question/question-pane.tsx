import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useId } from 'react';
import { ConditionField } from '../../conditions/condition-field';
import type { Question } from '../../model/draft';
import { useChange, useDraft, useEditorStore, useSelection, useSettled } from '../../store/context';
import type { Place } from '../../store/place';
import { CommittedText } from '../fields/committed-text';
import { focusPlace } from '../fields/focus-place';
import { More } from '../fields/more';
import { CheckPart } from '../fields/parts';
import { useOwnFaultText } from '../fields/use-part';
import { WordsField } from '../fields/words-field';
import { kindName, nameOf } from '../list/question-names';
import { freshOf } from '../model/fresh';
import { isKind, kindsLike, withKind, type Kind } from '../model/kinds';
import { FIELDS } from '../model/layout';
import { partAt, setPart } from '../model/parts';
import { words as all } from '../words';
import { KindSettings } from './kind-settings';
import { RareSettings } from './rare-settings';
import { splitPlace, useNaming } from './use-naming';
import styles from '../fields/fields.module.css';

/** Everything about one question. */
export function QuestionPane({ place }: { place: Place }) {
  const words = all.question;
  const { scope, key } = splitPlace(place);
  const id = useId();
  const kind = useDraft((draft) => String(partAt(draft, `${place}.kind`) ?? ''));
  const naming = useNaming(place);
  const store = useEditorStore();
  useEffect(() => {
    if (!freshOf(store).delete(`name ${place}`)) return;
    const label = focusPlace(`${place}.label`);
    if (label instanceof HTMLInputElement) label.select();
  }, [store, place]);
  const isInForm = scope === FIELDS;
  const isHidden = kind === 'hidden';
  return (
    <section className={styles.fields} aria-labelledby={id}>
      <Heading id={id} scope={scope} name={key} />
      {!isInForm && <BackToGroup scope={scope} />}
      <KindPart place={place} kind={kind} />
      <WordsField
        place={`${place}.label`}
        label={words.label}
        description={isHidden ? words.labelOfHidden : undefined}
        onLeave={naming.follow}
      />
      <WordsField place={`${place}.help`} label={words.help} description={words.helpHint} />
      {kind !== 'calculated' && (
        <CheckPart place={`${place}.required`} label={words.required} normally={!isHidden} />
      )}
      <KindSettings place={place} kind={kind} />
      <ConditionField
        place={`${place}.show_if`}
        label={words.condition}
        description={words.conditionHint}
      />
      {kind !== 'file' && isInForm && (
        <CheckPart
          place={`${place}.sensitive`}
          label={words.sensitive}
          description={words.sensitiveHint}
          normally={false}
        />
      )}
      <RareSettings place={place} kind={kind} />
      <More label={words.advanced} places={[]}>
        <CommittedText
          place={place}
          label={words.key}
          description={words.keyHint}
          value={key}
          error={useOwnFaultText(place)}
          onCommit={naming.give}
        />
      </More>
    </section>
  );
}

/** What the question is called, drawn anew by itself once its label is typed. */
function Heading({ id, scope, name }: { id: string; scope: Place; name: string }) {
  const called = useSettled((draft) => nameOf(draft, scope, name));
  return (
    <h2 id={id} className={`${styles.heading} ${styles.title}`}>
      {all.question.about(called)}
    </h2>
  );
}

function BackToGroup({ scope }: { scope: Place }) {
  const group = splitPlace(scope).scope;
  const { scope: outer, key } = splitPlace(group);
  const called = useSettled((draft) => nameOf(draft, outer, key));
  const [, select] = useSelection();
  return (
    <div>
      <Button variant="default" size="compact-sm" onClick={() => select(group)}>
        {all.question.backTo(called)}
      </Button>
    </div>
  );
}

/** What kind it is. It can become one that asks for the same in another way. */
function KindPart({ place, kind }: { place: Place; kind: string }) {
  const change = useChange();
  const error = useOwnFaultText(`${place}.kind`);
  const kinds: string[] = isKind(kind) ? kindsLike(kind) : [kind];
  if (kinds.length < 2)
    return (
      <TextInput
        label={all.question.kind}
        description={all.question.kindStays}
        data-place={`${place}.kind`}
        readOnly
        error={error}
        value={kindName(kind)}
      />
    );
  return (
    <NativeSelect
      label={all.question.kind}
      description={all.question.kindHint}
      data-place={`${place}.kind`}
      error={error}
      data={kinds.map((value) => ({ value, label: kindName(value) }))}
      value={kind}
      onChange={({ currentTarget: { value } }) =>
        change(`${place}.kind`, (draft) => {
          const question = partAt(draft, place) as Question;
          setPart(draft, place, withKind(question, value as Kind));
        })
      }
    />
  );
}
