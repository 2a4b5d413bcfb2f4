import { idOf } from '../answers/names';
import type { Question } from '../form';
import { useEnv } from './env';
import { Field } from './frame';

/** What the answers above give. It is shown and never sent: the server computes it itself. */
export function CalculatedQuestion({ question, name }: { question: Question; name: string }) {
  const { say, calculated, form, plain } = useEnv();
  const value = calculated.get(name) ?? plain.calculated[name];
  const empty = value === undefined || value === null;
  return (
    <Field question={question} name={name}>
      <output className="f-output" id={idOf(name)} data-empty={empty || undefined}>
        {empty
          ? say('question.calculated')
          : shown(value, question.type, form.language, say('question.yes'), say('question.no'))}
      </output>
    </Field>
  );
}

function shown(value: unknown, type: Question['type'], language: string, yes: string, no: string) {
  if (typeof value === 'boolean') return value ? yes : no;
  if (type === 'decimal' || type === 'integer') return written(String(value), language);
  return String(value);
}

/** Digits as this language groups them; as they are where a number would lose some. */
export function written(digits: string, language: string): string {
  const found = /^-?\d{1,15}(?:\.(\d*))?$/.exec(digits);
  if (!found) return digits;
  const places = found[1]?.length ?? 0;
  if (digits.replace(/\D/g, '').length > 15) return digits;
  return new Intl.NumberFormat(language, { minimumFractionDigits: places }).format(Number(digits));
}
