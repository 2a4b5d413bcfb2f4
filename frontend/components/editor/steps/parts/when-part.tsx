import { ConditionField } from '../../conditions/condition-field';
import { useDraft, useSettledShallow } from '../../store/context';
import { placeOf } from '../../store/place';
import { useSystems } from '../hooks/use-systems';
import { stepName } from '../model/edit';
import { skippedWith } from '../model/order';
import { words as all } from '../words';
import styles from './parts.module.css';

/** When a step is taken, and what is skipped with it. */
export function WhenPart({ step }: { step: string }) {
  const words = all.when;
  const { actionOf } = useSystems();
  const hasCondition = useDraft(({ steps }) => {
    const when = steps[step]?.when;
    return when !== undefined && when !== '' && when !== true;
  });
  const skipped = useSettledShallow((draft) =>
    skippedWith(draft.steps, step).map((each) => stepName(draft, each, actionOf)),
  );
  return (
    <div className={styles.stack}>
      <ConditionField
        place={placeOf('steps', step, 'when')}
        label={words.label}
        description={words.hint}
      />
      {hasCondition && skipped.length > 0 && (
        <p className={styles.quiet}>{words.skipped(skipped)}</p>
      )}
    </div>
  );
}
