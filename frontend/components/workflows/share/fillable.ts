import type { FormOut, FormQuestionOut } from '@/lib/api/model';
import { countriesIn } from '@/lib/words/countries';
import { words } from './words';

/** What a link never fills, and what has no text of its own. */
const NEVER = new Set(['consent', 'signature', 'file', 'calculated', 'group']);
const PARTS: Record<string, readonly string[]> = {
  money: ['amount', 'currency'],
  address: ['street', 'more', 'postcode', 'city', 'region', 'country'],
  datetime: ['at', 'zone'],
};
const TYPES: Record<string, string> = {
  date: 'date',
  time: 'time',
  email: 'email',
  url: 'url',
  phone: 'tel',
};

export type Option = { value: string; label: string };
/** What fills one parameter of the link. `options` null: a text; `many`: several of them. */
export type Control = {
  name: string;
  label: string;
  type: string;
  options: Option[] | null;
  many: boolean;
};

/** The questions that a link can fill. */
export const fillableIn = ({ questions }: FormOut): FormQuestionOut[] =>
  questions.filter(({ kind, sensitive }) => !sensitive && !NEVER.has(kind));

/** What a question is called; hidden ones may have no label. */
export const labelOf = ({ label, key }: FormQuestionOut) => label || key;

/** The controls of a question, named as the form reads them from its address. */
export function controlsOf(question: FormQuestionOut, language: string): Control[] {
  const { key, kind, query } = question;
  const label = labelOf(question);
  const name = kind === 'hidden' && query ? query : key;
  const parts = PARTS[kind];
  if (!parts)
    return [
      {
        name,
        label,
        type: TYPES[kind] ?? 'text',
        options: optionsOf(question, language),
        many: kind === 'choices',
      },
    ];
  return parts.map((part) => ({
    name: `${key}.${part}`,
    label: words.link.partOf(label, words.link.parts[part] ?? part),
    type: part === 'at' ? 'datetime-local' : 'text',
    options: part === 'currency' ? (question.currencies ?? []).map(alike) : null,
    many: false,
  }));
}

function optionsOf(question: FormQuestionOut, language: string): Option[] | null {
  const { kind, choices, live } = question;
  if (kind === 'boolean')
    return [
      { value: 'true', label: words.link.yes },
      { value: 'false', label: words.link.no },
    ];
  if (choices && !live) return choices.map(({ value, label }) => ({ value, label }));
  return kind === 'country' ? countriesIn({ language, questions: [question] }) : null;
}

const alike = (value: string): Option => ({ value, label: value });

export type Answers = Readonly<Record<string, readonly string[]>>;

/** The answers as the query of a link; empty ones are left out. */
export function queryOf(answers: Answers, language: string): string {
  const query = new URLSearchParams(language ? { language } : {});
  for (const [name, values] of Object.entries(answers))
    for (const value of values) if (value.trim()) query.append(name, value);
  return query.toString();
}
