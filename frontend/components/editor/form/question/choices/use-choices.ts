import { freeKey } from '../../../model/records';
import { wordsShown } from '../../../model/texts';
import type { Draft, Question } from '../../../model/draft';
import { useChange, useDraft, useEditorStore } from '../../../store/context';
import type { Place } from '../../../store/place';
import { freshOf } from '../../model/fresh';
import { partAt, setPart } from '../../model/parts';

type Choices = NonNullable<Question['choices']>;

const choicesOf = (draft: Draft, place: Place) => (partAt(draft, place) ?? []) as Choices;

const takenBy = (choices: Choices) =>
  Object.fromEntries(choices.map(({ value }) => [value, true] as const));

/** The choices that are written into the form. A new one is stored as what it is called. */
export function useChoices(place: Place) {
  const store = useEditorStore();
  const change = useChange();
  const count = useDraft((draft) => choicesOf(draft, place).length);
  const now = () => {
    const { definition } = store.getState().history.now;
    return { definition, choices: definition ? choicesOf(definition, place) : [] };
  };
  const mark = (value: string) => `${place} ${value}`;
  const write = (choices: Choices) => change(place, (draft) => setPart(draft, place, choices));

  return {
    count,
    add() {
      const { choices } = now();
      const value = freeKey(takenBy(choices), `choice_${choices.length + 1}`, 'choice');
      freshOf(store).add(mark(value));
      write([...choices, { value }]);
    },
    addMany(text: string) {
      const all = [...now().choices];
      const lines = text.split('\n').map((line) => line.trim());
      for (const label of lines.filter(Boolean))
        all.push({ value: freeKey(takenBy(all), label, 'choice'), label });
      write(all);
    },
    move(at: number, by: -1 | 1) {
      const { choices } = now();
      const [one] = choices.slice(at, at + 1);
      if (one) write(choices.toSpliced(at, 1).toSpliced(at + by, 0, one));
    },
    remove: (at: number) => write(now().choices.toSpliced(at, 1)),
    /** The label was left: what is stored of a new choice follows it. */
    follow(at: number) {
      const { definition, choices } = now();
      const choice = choices[at];
      if (!definition || !choice || !freshOf(store).has(mark(choice.value))) return;
      const languages = definition.form.languages ?? ['en'];
      const label = wordsShown(choice.label, languages[0] ?? 'en', languages);
      if (!label) return;
      const others = choices.filter((each) => each !== choice);
      const value = freeKey(takenBy(others), label, 'choice');
      if (value === choice.value) return;
      freshOf(store).delete(mark(choice.value));
      write(choices.with(at, { ...choice, value }));
    },
    /** Whether it can be stored as that. */
    store(at: number, value: string): boolean {
      const { choices } = now();
      const choice = choices[at];
      if (!choice || !value || value in takenBy(choices)) return false;
      freshOf(store).delete(mark(choice.value));
      write(choices.with(at, { ...choice, value }));
      return true;
    },
  };
}
