import { Phrase } from '@/components/ui/phrase/phrase';
import type { AskedOut } from '@/lib/api/model';
import { Answer } from '../answers/answer';
import { words as all } from '../words';
import styles from './timeline.module.css';

type Correction = { field: string; before: unknown; after: unknown };

type Props = { changed: unknown; asked: readonly AskedOut[] };

/** What was corrected before the submission went on: each answer before and after. */
export function Corrections({ changed, asked }: Props) {
  const words = all.timeline;
  const corrections = Array.isArray(changed) ? changed.filter(isCorrection) : [];
  if (corrections.length === 0) return null;
  return (
    <dl className={styles.corrections} aria-label={words.changed}>
      {corrections.map(({ field, before, after }) => {
        const question = asked.find((each) => each.key === field);
        return (
          <div key={field}>
            <dt>{question?.label || field}</dt>
            <dd>
              <Phrase
                text={words.change}
                parts={{
                  before: <del>{told(question, before)}</del>,
                  after: <ins>{told(question, after)}</ins>,
                }}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function told(question: AskedOut | undefined, value: unknown) {
  if (value === null || value === '') return all.timeline.empty;
  return <Answer question={question} value={value} />;
}

function isCorrection(each: unknown): each is Correction {
  return typeof each === 'object' && each !== null && 'field' in each;
}
