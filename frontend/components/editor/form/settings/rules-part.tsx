import { Button } from '@mantine/core';
import { storedOf, written } from '../../conditions/stored';
import { ExpressionField } from '../../expressions/field/expression-field';
import { useChange, useDraft, useDraftShallow, useSettledShallow } from '../../store/context';
import { placeOf, type Place } from '../../store/place';
import { SelectPart } from '../fields/parts';
import { useFaultText, usePart } from '../fields/use-part';
import { WordsField } from '../fields/words-field';
import { nameOf } from '../list/question-names';
import { FIELDS } from '../model/layout';
import { setPart } from '../model/parts';
import { words as all } from '../words';
import styles from '../fields/fields.module.css';

const RULES = 'form.rules';

/** What must hold between answers. */
export function RulesPart() {
  const words = all.rules;
  const change = useChange();
  const count = useDraft(({ form }) => form.rules?.length ?? 0);
  const add = () =>
    change(RULES, (draft) => {
      const [field = ''] = Object.keys(draft.form.fields).slice(-1);
      const rule = { check: '${{ true }}', message: words.begin, field };
      draft.form.rules = [...(draft.form.rules ?? []), rule];
    });
  return (
    <>
      <p className={styles.help}>{words.hint}</p>
      {Array.from({ length: count }, (_, at) => (
        <RuleFields key={at} at={at} />
      ))}
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" onClick={add}>
          {words.add}
        </Button>
      </div>
    </>
  );
}

function RuleFields({ at }: { at: number }) {
  const words = all.rules;
  const change = useChange();
  const place = placeOf(RULES, at);
  const keys = useDraftShallow(({ form }) => Object.keys(form.fields));
  const names = useSettledShallow((draft) => keys.map((key) => nameOf(draft, FIELDS, key)));
  return (
    <section className={styles.block} aria-label={words.nth(at + 1)}>
      <CheckField place={placeOf(place, 'check')} />
      <WordsField place={placeOf(place, 'message')} label={words.message} needed />
      <SelectPart
        place={placeOf(place, 'field')}
        label={words.field}
        data={keys.map((value, index) => ({ value, label: names[index] ?? value }))}
      />
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => change(place, (draft) => setPart(draft, place, undefined))}
        >
          {words.remove(at + 1)}
        </Button>
      </div>
    </section>
  );
}

/** With what may stand there, the mistakes in it, and what it gives for the sample. */
function CheckField({ place }: { place: Place }) {
  const words = all.rules;
  const [value = '', write] = usePart<unknown>(place);
  const stored = storedOf(value);
  return (
    <ExpressionField
      place={place}
      label={words.check}
      description={words.checkHint}
      value={stored.is === 'expression' ? stored.text : ''}
      error={useFaultText(place)}
      onChange={(next) => write(written(next, value, true) ?? '')}
    />
  );
}
