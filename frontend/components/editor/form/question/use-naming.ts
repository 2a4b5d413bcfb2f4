import { freeKey } from '../../model/records';
import { wordsShown } from '../../model/texts';
import { useChange, useEditorStore } from '../../store/context';
import { isWithin, placeOf, type Place } from '../../store/place';
import { freshOf } from '../model/fresh';
import { questionsAt } from '../model/layout';
import { renameQuestion } from '../model/rename';
import { kindName } from '../list/question-names';
import { words } from '../words';

const KEY = /^[a-z][a-z0-9_]{0,62}$/;

/** Where a question stands: in which record, and under which key. */
export function splitPlace(place: Place): { scope: Place; key: string } {
  const at = place.lastIndexOf('.');
  return { scope: place.slice(0, at), key: place.slice(at + 1) };
}

/** The key of a question: it follows what the question asks while it is new, or is given. */
export function useNaming(place: Place) {
  const store = useEditorStore();
  const change = useChange();
  const { scope, key } = splitPlace(place);
  const questions = () => {
    const { definition } = store.getState().history.now;
    return definition ? { definition, all: questionsAt(definition, scope) } : null;
  };

  function rename(to: string) {
    const next = placeOf(scope, to);
    change(next, (draft) => renameQuestion(draft, scope, key, to));
    const fresh = freshOf(store);
    fresh.delete(place);
    for (const each of fresh) if (isWithin(each, place)) fresh.add(next + each.slice(place.length));
    const { at } = store.getState();
    if (isWithin(at, place)) store.setState({ at: next + at.slice(place.length) });
  }

  return {
    key,
    isNew: () => freshOf(store).has(place),
    /** The label was left: a new question is called after it. */
    follow() {
      const now = questions();
      const question = now?.all[key];
      if (!now || !question || !freshOf(store).has(place)) return;
      const languages = now.definition.form.languages ?? ['en'];
      const label = wordsShown(question.label, languages[0] ?? 'en', languages);
      if (!label || label === kindName(question.kind)) return;
      const { [key]: _, ...others } = now.all;
      const to = freeKey(others, label, question.kind);
      if (to !== key) rename(to);
    },
    /** A sentence says why it cannot be called that. */
    give(to: string): string | undefined {
      if (!KEY.test(to)) return words.key.shape;
      if (questions()?.all[to]) return words.key.taken(to);
      rename(to);
      return undefined;
    },
  };
}
