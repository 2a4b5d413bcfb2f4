import type { ReactNode } from 'react';
import { partsIn, pickedIn, textOf, type Entry } from '../answers/typed';
import type { Choice, Question } from '../form';
import { written } from '../questions/calculated';
import type { Env } from '../questions/env';
import { HEIGHT, WIDTH } from '../signature/strokes';

const COVERED = '••••••';

/** An answer as its sender reads it; empty where there is none. */
export function answerText(
  question: Question,
  entry: Entry | undefined,
  value: unknown,
  env: Env,
  name: string,
): ReactNode {
  const { say, form, countries } = env;
  if (question.kind === 'calculated') return String(env.calculated.get(name) ?? '');
  if (value === undefined) return '';
  if (question.sensitive) return COVERED;
  const { language } = form;
  switch (question.kind) {
    case 'boolean':
      return say(value === true ? 'question.yes' : 'question.no');
    case 'consent':
      return say('question.yes');
    case 'integer':
    case 'decimal':
      return written(String(value), language);
    case 'money': {
      const { amount = '', currency = '' } = value as Record<string, string>;
      return moneyText(amount, currency, language);
    }
    case 'date':
      return dateText(String(value), language);
    case 'time':
      return dateText(String(value), language);
    case 'datetime': {
      const { at = '', zone } = partsIn(entry);
      return `${dateText(at, language)} (${zone ?? ''})`;
    }
    case 'choice':
    case 'choices':
      return labels([...pickedIn(entry), ...(question.choices ?? [])], value);
    case 'country':
      return labels(question.choices ?? countries, value);
    case 'rating':
      return say('question.rating', { value: String(value), most: question.most ?? 5 });
    case 'address':
      return addressText(partsIn(entry), question.choices ?? countries);
    case 'signature':
      return <Signature name={partsIn(entry).name} path={partsIn(entry).path} />;
    case 'file':
      return say('file.count', { count: (value as string[]).length });
    default:
      return <span dir="auto">{textOf(entry)}</span>;
  }
}

function moneyText(amount: string, currency: string, language: string): string {
  if (!currency || amount.replace(/\D/g, '').length > 15 || Number.isNaN(Number(amount)))
    return `${amount} ${currency}`;
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(Number(amount));
}

function labels(choices: readonly Choice[], value: unknown): string {
  const known = new Map(choices.map((choice) => [choice.value, choice.label]));
  const chosen = Array.isArray(value) ? value.map(String) : [String(value)];
  return chosen.map((each) => known.get(each) ?? each).join(', ');
}

function addressText(parts: Record<string, string>, countries: readonly Choice[]): string {
  const { street, more, postcode = '', city = '', region, country = '' } = parts;
  const lines = [street, more, `${postcode} ${city}`, region, labels(countries, country)];
  return lines.flatMap((line) => line?.trim() || []).join(', ');
}

/** A date or a clock's time, as the language writes it, in no zone but its own. */
function dateText(text: string, language: string): string {
  const timeless = /^\d+-\d+-\d+$/.test(text);
  const dateless = /^\d+:/.test(text);
  const moment = new Date(timeless ? `${text}T00:00Z` : `${dateless ? '2000-01-01T' : ''}${text}Z`);
  if (Number.isNaN(moment.getTime())) return text;
  return new Intl.DateTimeFormat(language, {
    ...(dateless ? {} : { dateStyle: 'long' as const }),
    ...(timeless ? {} : { timeStyle: 'short' as const }),
    timeZone: 'UTC',
  }).format(moment);
}

function Signature({ name, path }: { name: string | undefined; path: string | undefined }) {
  return (
    <>
      {name}
      {path && (
        <svg className="f-signed" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
          <path className="f-ink" d={path} />
        </svg>
      )}
    </>
  );
}
