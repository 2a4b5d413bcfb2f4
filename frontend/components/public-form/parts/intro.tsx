import type { Form } from '../form';
import type { Say } from '../words';

const NOT_ASKED = new Set(['hidden', 'calculated']);

/** What they need, and how long it takes. */
export function Intro({ form, say }: { form: Form; say: Say }) {
  const count = form.questions.filter(({ kind }) => !NOT_ASKED.has(kind)).length;
  const questions = say('questions', { count });
  const minutes = say('minutes', { count: Math.max(form.minutes, 1) });
  return (
    <>
      <h1>{form.title}</h1>
      {form.intro && <p className="f-text">{form.intro}</p>}
      {form.state === 'open' && <p className="f-effort">{say('effort', { questions, minutes })}</p>}
    </>
  );
}
