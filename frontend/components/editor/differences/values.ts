import { countriesIn } from '@/lib/words/countries';
import { language, languageName } from '@/lib/words/languages';
import { exactTime } from '@/lib/words/amounts/time';
import { number } from '@/lib/words/amounts/plural';
import { namedPath } from '../conditions/condition-words';
import { readPick } from '../expressions/picks';
import { templateParts } from '../expressions/template';
import { kindName } from '../form/list/question-names';
import { words as form } from '../form/words';
import type { Draft } from '../model/draft';
import { actionIn, slugIn } from '../steps/model/use';
import { words as steps } from '../steps/words';
import type { Known } from './known';
import { words } from './words';

const LONGEST = 80;
const MEGABYTE = 1024 * 1024;

/** A value of a setting in words; null: it is none that a sentence could name. */
export function valueWords(
  setting: string,
  value: unknown,
  draft: Draft,
  known: Known,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  const said = typeof value === 'string' ? codeWords(setting, value, draft, known) : undefined;
  if (said !== undefined) return said;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number')
    return number(setting === 'max_bytes' ? Math.round((value / MEGABYTE) * 10) / 10 : value);
  if (typeof value === 'string') return templateWords(value, draft);
  return null;
}

/** What a code stands for; undefined: the text is no code. */
function codeWords(setting: string, value: string, draft: Draft, known: Known) {
  switch (setting) {
    case 'kind':
      return kindName(value);
    case 'queue':
      return steps.more.queues[value as keyof typeof steps.more.queues];
    case 'without_script':
      return value === 'mail' ? form.form.mail : form.form.refuse;
    case 'type':
      return form.calculated.types[value as keyof typeof form.calculated.types];
    case 'opens':
    case 'closes':
      return exactTime(new Date(value));
    case 'use':
      return steps.route.doing(
        known.systemOf(slugIn(value)),
        known.actionOf(value)?.title ?? actionIn(value),
      );
    case 'field':
      return words.quote(namedPath(['input', value], draft).name);
    case 'region':
      return countriesIn({ language: language(), questions: [{ kind: 'country' }] }).find(
        (each) => each.value === value,
      )?.label;
    default:
      return undefined;
  }
}

/** One of the entries of a list. */
export const entryWords = (setting: string, value: unknown, draft: Draft): string => {
  const text = String(value);
  if (setting === 'languages') return languageName(text);
  return setting === 'fields' ? namedPath(['input', text], draft).name : text;
};

/** A text with what is picked in it by its name; an expression as it is written. */
export function templateWords(text: string, draft: Draft): string {
  const parts = templateParts(text) ?? [{ text, computed: false }];
  const [only] = parts;
  const whole = parts.length === 1 && only?.computed ? picked(only.text, draft) : null;
  if (whole !== null) return words.answer(whole);
  const said = parts.map((part) =>
    part.computed ? `[${picked(part.text, draft) ?? part.text}]` : part.text,
  );
  return words.quote(shortened(said.join('')));
}

function picked(expression: string, draft: Draft): string | null {
  const pick = readPick(expression);
  return pick && namedPath(pick.path, draft).name;
}

export function shortened(text: string): string {
  const line = text.split(/\s+/).join(' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
