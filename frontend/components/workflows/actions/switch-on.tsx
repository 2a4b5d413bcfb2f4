import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { WorkflowOut } from '@/lib/api/model';
import { useVersions } from '../hooks/use-workflow';
import { useWorkflowActions } from '../hooks/use-workflow-actions';
import { words as all } from '../words';
import { Action } from './action';

type Props = { workflow: WorkflowOut; onDone: (what: string) => void };

/** Brings an archived workflow back as it was last. Nothing where it was never live. */
export function SwitchOn({ workflow: { slug, name }, onDone }: Props) {
  const words = all.actions;
  const { data } = useVersions(slug);
  const { restore } = useWorkflowActions();
  const last = data?.items[0];
  if (!last) return null;
  const { number } = last;
  return (
    <Action title={words.on.title} text={words.on.text(number)}>
      <Button
        loading={restore.isPending}
        onClick={() =>
          restore.mutate({ slug, number }, { onSuccess: () => onDone(words.on.done(name)) })
        }
      >
        {words.on.do}
      </Button>
      {restore.error && <ErrorNotice error={restore.error} what={words.failed} />}
    </Action>
  );
}
