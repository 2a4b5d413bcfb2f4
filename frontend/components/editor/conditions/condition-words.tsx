import { countriesIn } from '@/lib/words/countries';
import { language } from '@/lib/words/languages';
import { takesValue, type Condition as Choices, type Row } from '../expressions/condition';
import type { Path } from '../expressions/nodes';
import type { Condition, Draft } from '../model/draft';
import { outlinesOf, shownLanguage, speechOf } from '../scope/hooks/use-scope';
import { answerItem } from '../scope/model/answers';
import { flat, type Item } from '../scope/model/item';
import { storedOf } from './stored';
import { words } from './words';

/** A condition in plain words; the expression itself where it says more than choices can. */
export function conditionWords(value: Condition | undefined, draft: Draft): string {
  const stored = storedOf(value);
  if (stored.is === 'always') return words.always;
  if (stored.is === 'never') return words.never;
  return stored.choices ? inWords(stored.choices, draft) : stored.text;
}

function inWords({ all, rows }: Choices, draft: Draft): string {
  const parts = rows.map((each) => {
    if (!Array.isArray(each)) return rowWords(each, draft);
    return `(${each.map((row) => rowWords(row, draft)).join(all ? words.or : words.and)})`;
  });
  return parts.join(all ? words.and : words.or);
}

function rowWords(row: Row, draft: Draft): string {
  const { name, item } = namedPath(row.path, draft);
  const said = words.comparisons[row.as]?.[row.is] ?? row.is;
  if (!takesValue(row.is)) return `${name} ${said}`;
  return `${name} ${said} ${row.values.map((each) => valueWords(each, item)).join(', ')}`;
}

function valueWords(value: string, item: Item | undefined): string {
  const countries = item?.kind === 'country' ? COUNTRY : undefined;
  const choices = countries
    ? countriesIn({ language: language(), questions: countries })
    : item?.choices;
  return choices?.find((each) => each.value === value)?.label ?? value;
}

const COUNTRY = [{ kind: 'country' }];

/** What people call a value, by the way to it. */
export function namedPath(path: Path, draft: Draft): { name: string; item?: Item } {
  const languages = draft.form.languages ?? ['en'];
  const speech = speechOf(languages);
  const [root, key = '', ...rest] = path;
  if (root === 'steps') {
    const step = outlinesOf(draft, languages).find((each) => each.key === key);
    return { name: [step?.label || key, ...rest].join(': ') };
  }
  if (root === 'submission') return { name: speech.part(`submission_${key}`) };
  const question = root === 'input' ? draft.form.fields[key] : inGroups(draft, key);
  if (!question) return { name: key };
  const whole = answerItem(key, question, [root ?? 'input'], {
    ...speech,
    language: shownLanguage(languages),
  });
  const item = flat([whole]).find((each) => each.path.join('.') === path.join('.'));
  const name = item && item !== whole ? `${whole.label}: ${item.label}` : whole.label;
  return item ? { name, item } : { name };
}

const inGroups = (draft: Draft, key: string) =>
  Object.values(draft.form.fields).find((each) => each.fields && key in each.fields)?.fields?.[key];
