import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { ProtectionIn, ProtectionOut } from '@/lib/api/model';
import { ChangeProtectionBody } from '@/lib/api/zod/workflows/workflows';
import { checkedBy } from '@/lib/forms/checked-by';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useProtectionChange } from '../../hooks/use-protection';
import { words as all } from '../../words';
import styles from './protection.module.css';

type Props = { slug: string; protection: ProtectionOut; mayManage: boolean };
type Values = { honeypot: boolean; seconds: string; proof: boolean; origins: string };

const check = checkedBy(ChangeProtectionBody);
const FIELDS: Record<string, keyof Values> = {
  min_seconds: 'seconds',
  allowed_origins: 'origins',
};

/** Saved as a whole. Those who may not change it see how it is. */
export function ProtectionForm({ slug, protection, mayManage }: Props) {
  const words = all.detail.protection;
  const change = useProtectionChange(slug);
  const form = useForm<Values>({
    initialValues: valuesOf(protection),
    validate: (values) => byField(check(bodyOf(values))),
  });
  useLeaveGuard(form.isDirty() && !change.isPending);
  const save = form.onSubmit((values) =>
    change.mutate(
      { slug, data: bodyOf(values) },
      {
        onSuccess: (changed) => {
          const now = valuesOf(changed);
          form.setInitialValues(now);
          form.setValues(now);
        },
        onError: ({ problem }) =>
          form.setErrors(
            byField(Object.fromEntries(problem.errors.map((each) => [each.field, each.message]))),
          ),
      },
    ),
  );
  const isElsewhere = change.error && change.error.problem.errors.length === 0;
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <fieldset className={styles.fields} disabled={!mayManage}>
        <Checkbox
          label={words.honeypot}
          description={words.honeypotHint}
          {...form.getInputProps('honeypot', { type: 'checkbox' })}
        />
        <Checkbox
          label={words.proof}
          description={words.proofHint}
          {...form.getInputProps('proof', { type: 'checkbox' })}
        />
        <TextInput
          className={styles.short ?? ''}
          label={words.seconds}
          description={words.secondsHint}
          inputMode="numeric"
          {...form.getInputProps('seconds')}
        />
        <Textarea
          label={words.origins}
          description={words.originsHint}
          rows={3}
          spellCheck={false}
          placeholder={words.originsExample}
          {...form.getInputProps('origins')}
        />
      </fieldset>
      {isElsewhere && <ErrorNotice error={change.error} what={words.failed} />}
      <DoneNote text={change.isSuccess && !form.isDirty() ? words.saved : ''} />
      {mayManage && (
        <ButtonRow>
          <Button type="submit" disabled={!form.isDirty()} loading={change.isPending}>
            {words.save}
          </Button>
        </ButtonRow>
      )}
    </form>
  );
}

const valuesOf = (protection: ProtectionOut): Values => ({
  honeypot: protection.honeypot,
  proof: protection.proof_of_work,
  seconds: String(protection.min_seconds),
  origins: protection.allowed_origins.join('\n'),
});

const bodyOf = ({ honeypot, proof, seconds, origins }: Values): ProtectionIn => ({
  honeypot,
  proof_of_work: proof,
  min_seconds: seconds.trim() === '' ? 0 : Number(seconds),
  allowed_origins: origins.split(/\s+/).filter(Boolean),
});

/** Each line of the pages has its own path, and the form one field for all. */
function byField(errors: Record<string, unknown>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [path, message] of Object.entries(errors)) {
    const field = FIELDS[path.split('.')[0] ?? ''];
    if (field) found[field] ??= String(message);
  }
  return found;
}
