import { Button } from '@mantine/core';
import type { ActionOut } from '@/lib/api/model';
import { useDraftShallow } from '../../store/context';
import { useEditStep } from '../hooks/use-step';
import { unknownInputs, withoutInputs } from '../model/edit';
import { words as all } from '../words';
import styles from '../parts/parts.module.css';

/** What was written for another action, and this one does not take. */
export function ExtraInputs({ step, action }: { step: string; action: ActionOut }) {
  const words = all.system;
  const edit = useEditStep(step);
  const extra = useDraftShallow(({ steps }) => unknownInputs(steps[step]?.with, action));
  if (extra.length === 0) return null;
  return (
    <div className={styles.note} role="status">
      <p>
        {words.extra(action.title, extra.length)}{' '}
        {extra.map((each) => (
          <span key={each}>
            <code>{each}</code>{' '}
          </span>
        ))}
      </p>
      <p className={styles.quiet}>{words.extraKept}</p>
      <div>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => edit('with', (draft) => withoutInputs(draft, extra))}
        >
          {words.takeOut}
        </Button>
      </div>
    </div>
  );
}
