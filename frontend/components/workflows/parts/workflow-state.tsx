import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { WorkflowOut } from '@/lib/api/model';
import { words as all } from '../words';
import styles from './workflow-state.module.css';

/** Whether it takes submissions, and whether something was changed that is not live. */
export function WorkflowState({ workflow }: { workflow: WorkflowOut }) {
  const words = all.state;
  const { archived_at: archived, version, has_draft: hasDraft } = workflow;
  if (archived) return <StateLabel state="cancelled" word={words.archived} />;
  if (version === null) return <StateLabel state="upcoming" word={words.draft} />;
  return (
    <>
      <StateLabel state="delivered" word={words.live(version)} />
      {hasDraft && <span className={styles.changed}>{words.changed}</span>}
    </>
  );
}
