import type { Typed } from '../answers/typed';
import type { useSteps } from '../hooks/use-steps';
import { useEnv, type Change } from '../questions/env';
import { QuestionControl } from '../questions/question';

type Props = {
  typed: Typed;
  steps: ReturnType<typeof useSteps>;
  onEdit: (key: string, entry: Change) => void;
};

/** The pages of a form. One is in sight; without script all are, one below the other. */
export function Pages({ typed, steps, onEdit }: Props) {
  const { form, say } = useEnv();
  const { step, several, shown, place, heading } = steps;
  const byKey = new Map(form.questions.map((question) => [question.key, question]));
  return (
    <>
      {several && typeof step === 'number' && (
        <div className="f-progress">
          <progress value={place.page} max={place.pages + 1} aria-label={say('progress')} />
          <span>{say('page', place)}</span>
        </div>
      )}
      {form.pages.map((page, index) => {
        const current = step === index;
        const title = page.title;
        return (
          <section
            key={index}
            className="f-page"
            id={`page-${index}`}
            hidden={!(step === 'all' || current) || !shown.includes(index)}
            data-first={index === 0 || undefined}
            data-current={current || undefined}
            tabIndex={several ? -1 : undefined}
            ref={current ? heading : undefined}
            aria-labelledby={title ? `page-${index}-title` : undefined}
          >
            {title && <h2 id={`page-${index}-title`}>{title}</h2>}
            {page.intro && <p className="f-text">{page.intro}</p>}
            <div className="f-fields">
              {page.questions.map((key) => {
                const question = byKey.get(key);
                return question ? (
                  <QuestionControl
                    key={key}
                    question={question}
                    name={key}
                    entry={typed[key]}
                    onEdit={(entry) => onEdit(key, entry)}
                  />
                ) : null;
              })}
            </div>
          </section>
        );
      })}
    </>
  );
}
