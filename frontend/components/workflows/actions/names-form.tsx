import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { DuplicateWorkflowBody } from '@/lib/api/zod/workflows/workflows';
import type { WorkflowOut } from '@/lib/api/model';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useRefreshWorkflows, useWorkflowActions } from '../hooks/use-workflow-actions';
import { slugOf } from '../parts/slug-of';
import { words as all } from '../words';
import styles from './names-form.module.css';

type Props = {
  kind: 'rename' | 'duplicate';
  workflow: WorkflowOut;
  onMade: (slug: string, what: string) => void;
};

/** Asks for a name and a slug: new ones for the workflow, or those of its copy. */
export function NamesForm({ kind, workflow, onMade }: Props) {
  const words = all.actions;
  const said = words[kind];
  const actions = useWorkflowActions();
  const refresh = useRefreshWorkflows();
  const isCopy = kind === 'duplicate';
  const form = useForm({
    initialValues: isCopy
      ? { name: words.copyOf(workflow.name), slug: slugOf(`${workflow.slug}-2`) }
      : { name: workflow.name, slug: workflow.slug },
    validate: checkedBy(DuplicateWorkflowBody),
  });
  const change = actions[kind];
  const save = form.onSubmit((data) =>
    change.mutate(
      { slug: workflow.slug, data },
      {
        onSuccess: () => {
          onMade(data.slug, said.done(data.name));
          void refresh();
        },
        onError: (error) => {
          if (error.status === 409) form.setFieldError('slug', error.problem.detail);
          else showRefused(form, error);
        },
      },
    ),
  );
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <TextInput label={words.name} autoFocus dir="auto" {...form.getInputProps('name')} />
      <TextInput label={words.slug} description={words.slugHint} {...form.getInputProps('slug')} />
      {change.error && change.error.status !== 409 && change.error.problem.errors.length === 0 && (
        <ErrorNotice error={change.error} what={words.failed} />
      )}
      <Button type="submit" loading={change.isPending}>
        {said.do}
      </Button>
    </form>
  );
}
