import { useEffect, useRef } from 'react';
import { idOf } from '../answers/names';
import { focusOn, toldApart } from '../check/issues';
import type { Form, Issue } from '../form';
import type { Say } from '../words';

type Props = {
  form: Form;
  /** All that was wrong when somebody went on, and what of it still is. */
  found: Issue[];
  issues: Issue[];
  say: Say;
  onFollow: (field: string) => void;
};

/** Says what keeps the form from going on, and leads to each answer. Takes the focus, once. */
export function Summary({ form, found, issues, say, onFollow }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (found.length > 0) box.current?.focus();
  }, [found]);
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
