import type { ActionOut } from '@/lib/api/model';
import { nameOf } from '../form/list/question-names';
import type { Draft } from '../model/draft';
import { partOf, placeOf, type Place } from '../store/place';
import { stepName } from '../steps/model/edit';
import { words as all } from '../words';

const QUESTION_IN_ROW = /^form\.fields\.([^.]+)\.fields\.([^.]+)/;

/** What people call the part of the editor that has a place: a question, a step, the form. */
export function placeName(
  draft: Draft,
  place: Place,
  actionOf: (use: string) => ActionOut | undefined,
): string {
  const words = all.route;
  if (place === 'steps') return words.label;
  const [kind = '', second = '', third = ''] = partOf(place).split('.');
  if (kind === 'steps') return stepName(draft, second, actionOf);
  if (!third) return kind === 'form' ? words.form : words.workflow;
  const fields = placeOf(kind, second);
  const question = nameOf(draft, fields, third);
  const [, , inRow] = QUESTION_IN_ROW.exec(place) ?? [];
  if (inRow === undefined) return question;
  return `${question} · ${nameOf(draft, placeOf(fields, third, 'fields'), inRow)}`;
}
