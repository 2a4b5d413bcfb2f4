import { useMemo } from 'react';
import { useChange, useDraft, useEditorStore, useSelection } from '../../store/context';
import { placeOf, type Place } from '../../store/place';
import { freeKey } from '../../model/records';
import { freshOf } from '../model/fresh';
import type { Kind } from '../model/kinds';
import { layoutOf, moved, questionsAt, stepped, writeLayout, type Part } from '../model/layout';
import {
  addQuestion,
  duplicateQuestion,
  keyOfCopy,
  newQuestion,
  removeQuestion,
} from '../model/questions';
import { words } from '../words';

/** The questions of the form, or of a group, by page; and what can be done with them. */
export function useQuestions(scope: Place) {
  const store = useEditorStore();
  const change = useChange();
  const [, select] = useSelection();
  const written = useDraft((draft) => JSON.stringify(layoutOf(draft, scope)));
  const layout = useMemo(() => JSON.parse(written) as Part[], [written]);
  const draftNow = () => store.getState().history.now.definition;
  const write = (next: Part[]) =>
    change(placeOf(scope, 'order'), (draft) => writeLayout(draft, scope, next));

  function add(kind: Kind, after: string | null) {
    const draft = draftNow();
    if (!draft) return;
    const { name } = words.kinds[kind];
    const key = freeKey(questionsAt(draft, scope), name, kind);
    const question = newQuestion(kind, { label: name, ...words.beginning });
    const place = placeOf(scope, key);
    change(place, (next) => addQuestion(next, scope, key, question, after));
    const fresh = freshOf(store);
    fresh.add(place);
    // Its name is asked for first.
    fresh.add(`name ${place}`);
    for (const { value } of question.choices ?? []) fresh.add(`${place}.choices ${value}`);
    select(place);
  }

  function duplicate(key: string) {
    const draft = draftNow();
    if (!draft) return;
    const copy = keyOfCopy(draft, scope, key);
    change(placeOf(scope, copy), (next) => duplicateQuestion(next, scope, key, copy));
    freshOf(store).add(placeOf(scope, copy));
    select(placeOf(scope, copy));
  }

  function remove(key: string) {
    const keys = layout.flatMap((part) => part.keys);
    const at = keys.indexOf(key);
    const next = keys[at + 1] ?? keys[at - 1];
    change(placeOf(scope, key), (draft) => removeQuestion(draft, scope, key));
    const outside = scope.split('.').slice(0, -1).join('.');
    select(next ? placeOf(scope, next) : outside);
  }

  return {
    layout,
    add,
    duplicate,
    remove,
    step: (key: string, by: -1 | 1) => write(stepped(layout, key, by)),
    move: (key: string, part: number, index: number) => write(moved(layout, key, part, index)),
  };
}

export type Questions = ReturnType<typeof useQuestions>;
