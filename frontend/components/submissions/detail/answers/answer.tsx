import type { ReactNode } from 'react';
import type { AskedOut } from '@/lib/api/model';
import { words as all } from '../words';
import { Text } from './text';
import styles from './answers.module.css';

type Props = {
  /** Undefined for what is no question of the form's version. */
  question: AskedOut | undefined;
  value: unknown;
};

/**
 * One answer in words: texts of choices instead of what is stored, rows one below the other. A live
 * choice whose text nobody knows any more shows what is stored, and says so.
 */
export function Answer({ question, value }: Props): ReactNode {
  if (value === null || value === undefined || value === '') return all.answers.notGiven;
  if (typeof value === 'boolean') return value ? all.answers.yes : all.answers.no;
  if (question?.kind === 'group' && Array.isArray(value))
    return <Rows question={question} rows={value} />;
  if (value === ERASED) return all.answers.erased;
  const labels = new Map(question?.choices.map((choice) => [choice.value, choice.label]));
  const label = (each: unknown) =>
    labels.get(String(each)) ??
    (question?.live ? all.answers.textUnknown(String(each)) : String(each));
  if (Array.isArray(value) && value.every(isPlain))
    return value.length > 0 ? value.map(label).join(', ') : all.answers.notGiven;
  if (isPlain(value)) return <Text text={label(value)} />;
  return record(question?.kind, value as Parts, label) ?? JSON.stringify(value);
}

/** What the server puts in the place of an answer that was erased. */
const ERASED = '[erased]';

type Parts = Record<string, string | undefined>;

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

/** An answer of several parts; null where it is none of those that forms have. */
function record(
  kind: string | undefined,
  parts: Parts,
  label: (value: string) => string,
): ReactNode {
  switch (kind) {
    case 'money':
      return `${parts.amount} ${parts.currency}`;
    case 'datetime':
      return all.answers.inZone(clock(`${parts.at}`), `${parts.zone}`);
    case 'consent':
      return all.answers.agreedTo(`${parts.text}`);
    case 'signature':
      return <Signed name={parts.name} path={parts.path} />;
    case 'address': {
      const { street, more, postcode, city, region, country } = parts;
      const place = [postcode, city].filter(Boolean).join(' ');
      const lines = [street, more, place, region, country && label(country)];
      return lines.filter(Boolean).join('\n');
    }
    default:
      return null;
  }
}

/** 2099-05-05 14:30, as it was answered, of a moment with its offset. */
const clock = (moment: string) => moment.slice(0, 16).replace('T', ' ');

/** As wide and high as the form's own drawing pad counts. */
const PAD = '0 0 600 180';

function Signed({ name, path }: { name: string | undefined; path: string | undefined }) {
  return (
    <>
      {name}
      {path && (
        <svg className={styles.signed} viewBox={PAD} role="img" aria-label={all.answers.drawn}>
          <path d={path} />
        </svg>
      )}
    </>
  );
}

function Rows({ question, rows }: { question: AskedOut; rows: unknown[] }) {
  return (
    <ol className={styles.rows}>
      {rows.map((row, index) => (
        <li key={index}>
          <p className={styles.row}>{all.answers.row(question.row_label, index + 1)}</p>
          <Listed asked={question.questions} data={row as Record<string, unknown>} />
        </li>
      ))}
    </ol>
  );
}

type Listing = { asked: readonly AskedOut[]; data: Record<string, unknown> };

/** Answers below their questions, in the form's order; what the form does not know comes last. */
export function Listed({
  asked,
  data,
  children = (key, question) => <Answer question={question} value={data[key]} />,
}: Listing & { children?: (key: string, question: AskedOut | undefined) => ReactNode }) {
  const questions = new Map(asked.map((each) => [each.key, each]));
  const keys = [...questions.keys(), ...Object.keys(data).filter((key) => !questions.has(key))];
  return (
    <dl className={styles.answers}>
      {keys
        .filter((key) => key in data)
        .map((key) => (
          <div key={key}>
            <dt>{questions.get(key)?.label || key}</dt>
            <dd>{children(key, questions.get(key))}</dd>
          </div>
        ))}
    </dl>
  );
}
