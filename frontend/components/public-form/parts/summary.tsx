import { useEffect, useRef } from 'react';
import { idOf } from '../answers/names';
import { focusOn, toldApart } from '../check/issues';
import type { Form, Issue } from '../form';
import type { Say } from '../words';

type Props = { form: Form; issues: Issue[]; say: Say; onFollow: (field: string) => void };

/** Says what keeps the form from going on, and leads to each answer. Takes the focus. */
export function Summary({ form, issues, say, onFollow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (issues.length > 0) box.current?.focus();
  }, [issues]);
  if (issues.length === 0) return null;
  return (
    <div ref={box} className="f-summary" role="alert" tabIndex={-1}>
      <h2>{say('fault.summary', { count: issues.length })}</h2>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.field} ${issue.message}`}>
            <a
              href={`#${idOf(issue.field)}`}
              onClick={(event) => {
                event.preventDefault();
                onFollow(issue.field);
                // A page that was out of sight is drawn first.
                setTimeout(() => focusOn(issue.field, idOf));
              }}
            >
              {toldApart(form, issue, say)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
