import type { Form } from '../form';
import type { Say } from '../words';

/** What happens with the answers: names of steps and systems. */
export function Afterwards({ form, say }: { form: Form; say: Say }) {
  return (
    <div className="f-part">
      <h2>{say('after.title')}</h2>
      <ol className="f-route" aria-label={say('after.steps')}>
        {form.steps.map(({ key, title, system }) => (
          <li key={key}>
            <h3>{title}</h3>
            <span>{system}</span>
          </li>
        ))}
      </ol>
      <p className="f-help">{say('after.note')}</p>
    </div>
  );
}
