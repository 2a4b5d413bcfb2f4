import { Button } from '@mantine/core';
import { useChange, useDraft, useDraftShallow, useSettledShallow } from '../../store/context';
import { placeOf } from '../../store/place';
import { SelectPart, TextPart } from '../fields/parts';
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
      <TextPart
        place={placeOf(place, 'check')}
        label={words.check}
        description={words.checkHint}
        needed
      />
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
