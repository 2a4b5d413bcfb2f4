import { pageName } from '../form/list/question-names';
import { questionsAt } from '../form/model/layout';
import type { Draft } from '../model/draft';
import { wordsShown } from '../model/texts';
import { shownLanguage } from '../scope/hooks/use-scope';
import { stepName } from '../steps/model/edit';
import type { Known } from './known';
import { words } from './words';

/** What a difference is about, and how its place goes on from there. */
export type Subject = {
  of: 'question' | 'step' | 'table' | 'page' | 'rule' | 'form' | 'workflow';
  name: string;
  key: string;
  rest: readonly string[];
};

export function subjectOf(path: readonly string[], known: Known): Subject {
  const [first = '', second = '', third = ''] = path;
  if (first === 'steps') return part('step', words.about.step(nameOfStep(second, known)), path, 2);
  if (first === 'tables') return part('table', words.about.table(second), path, 2);
  if (first !== 'form') return part('workflow', words.about.workflow, path, 0);
  if (second === 'fields' && third) return question(path, known);
  if (second === 'pages' && third)
    return part('page', words.about.page(pageName(known.after, Number(third))), path, 3);
  if (second === 'rules' && third)
    return part('rule', words.about.rule(Number(third) + 1), path, 3);
  return part('form', words.about.form, path, 1);
}

function part(of: Subject['of'], name: string, path: readonly string[], length: number): Subject {
  return { of, name, key: path.slice(0, length).join('.'), rest: path.slice(length) };
}

function question(path: readonly string[], known: Known): Subject {
  const [, , key = '', inside, inRow] = path;
  const name = nameIn('form.fields', key, known);
  if (inside !== 'fields' || inRow === undefined)
    return part('question', words.about.question(name), path, 3);
  const row = nameIn(`form.fields.${key}.fields`, inRow, known);
  return part('question', words.about.inRow(name, row), path, 5);
}

/** What it is called afterwards, or was called before it was removed. */
function nameIn(place: string, key: string, { before, after }: Known): string {
  const draft = key in questionsAt(after, place) ? after : before;
  const languages = languagesOf(draft);
  const { label } = questionsAt(draft, place)[key] ?? {};
  return wordsShown(label, shownLanguage(languages), languages) || key;
}

export function nameOfStep(key: string, { before, after, actionOf }: Known): string {
  return stepName(key in after.steps ? after : before, key, actionOf);
}

export const languagesOf = ({ form }: Draft): readonly string[] => form.languages ?? ['en'];
