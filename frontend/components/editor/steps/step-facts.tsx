import { conditionWords } from '../conditions/condition-words';
import { useSettled, useSettledShallow } from '../store/context';
import { useSystems } from './hooks/use-systems';
import { stepName } from './model/edit';
import { followsAbove } from './model/order';
import { actionIn, slugIn } from './model/use';
import { words as all } from './words';
import styles from './step-facts.module.css';

/** What a step does and where, when, and after what, unless it simply follows the one above. */
export function StepFacts({ step }: { step: string }) {
  const words = all.route;
  const { connectionOf, actionOf, isPending } = useSystems();
  const use = useSettled(({ steps }) => steps[step]?.use ?? '');
  const condition = useSettled((draft) => {
    const when = draft.steps[step]?.when;
    return when === undefined || when === '' || when === true ? '' : conditionWords(when, draft);
  });
  const follows = useSettled(({ steps }) => followsAbove(steps, step));
  const needs = useSettledShallow((draft) =>
    (draft.steps[step]?.needs ?? []).map((need) => stepName(draft, need, actionOf)),
  );
  const slug = slugIn(use);
  const system = connectionOf(slug)?.name;
  const isGone = !isPending && system === undefined;
  return (
    <div className={styles.facts}>
      <p dir="auto" data-gone={isGone || undefined}>
        {isGone
          ? words.noSystem(slug)
          : words.doing(system ?? slug, actionOf(use)?.title ?? actionIn(use))}
      </p>
      {!follows && <p>{needs.length === 0 ? words.afterForm : words.after(needs)}</p>}
      {condition && <p>{words.onlyWhen(condition)}</p>}
    </div>
  );
}
