import type { RefObject } from 'react';
import type { Data } from '../answers/data';
import { nameOf } from '../answers/names';
import { rowsOf, type Entry, type Typed } from '../answers/typed';
import type { Question } from '../form';
import { useEnv } from '../questions/env';
import { answerText } from './answer-text';

type Props = {
  typed: Typed;
  data: Data;
  shown: number[];
  heading: RefObject<HTMLElement | null>;
  onChange: (page: number) => void;
};

/** The last look before a form of several pages is sent. Sensitive answers stay covered. */
export function Review({ typed, data, shown, heading, onChange }: Props) {
  const { form, say } = useEnv();
  return (
    <section className="f-page" ref={heading} tabIndex={-1} aria-labelledby="review-title">
      <h2 id="review-title">{say('check.title')}</h2>
      <p className="f-text">{say('check.text')}</p>
      {shown.map((index) => {
        const page = form.pages[index];
        if (!page) return null;
        const title = page.title || say('page', { page: index + 1, pages: form.pages.length });
        return (
          <section key={index} className="f-review">
            <div className="f-review-head">
              <h3>{title}</h3>
              <button
                type="button"
                className="f-link"
                aria-label={say('check.change_page', { page: title })}
                onClick={() => onChange(index)}
              >
                {say('check.change')}
              </button>
            </div>
            <Answers
              questions={form.questions.filter(({ key }) => page.questions.includes(key))}
              typed={typed}
              data={data}
              parent=""
            />
          </section>
        );
      })}
    </section>
  );
}

type AnswersProps = { questions: Question[]; typed: Typed; data: Data; parent: string };

function Answers({ questions, typed, data, parent }: AnswersProps) {
  const { hidden } = useEnv();
  return (
    <dl className="f-answers">
      {questions
        .filter(({ kind, key }) => kind !== 'hidden' && !hidden.has(nameOf(parent, key)))
        .map((question) => (
          <Answer
            key={question.key}
            question={question}
            name={nameOf(parent, question.key)}
            entry={typed[question.key]}
            value={data[question.key]}
          />
        ))}
    </dl>
  );
}

type AnswerProps = { question: Question; name: string; entry: Entry | undefined; value: unknown };

function Answer({ question, name, entry, value }: AnswerProps) {
  const env = useEnv();
  const { say } = env;
  const rows = Array.isArray(value) ? (value as Data[]) : [];
  return (
    <div className="f-answer">
      <dt>{question.label}</dt>
      {question.kind === 'group' ? (
        rowsOf(entry).map(({ id, answers }, index) => (
          <dd key={id}>
            <b>
              {say('rows.numbered', {
                row: question.row_label || say('rows.row'),
                number: index + 1,
              })}
            </b>
            <Answers
              questions={question.questions ?? []}
              typed={answers}
              data={rows[index] ?? {}}
              parent={nameOf(name, index)}
            />
          </dd>
        ))
      ) : (
        <dd>{answerText(question, entry, value, env, name) || <i>{say('check.empty')}</i>}</dd>
      )}
    </div>
  );
}
