import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { OrganizationDetailOut } from '@/lib/api/model';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useChangeTheOrganization } from './hooks/use-organization';
import { words } from './words';
import styles from './organization.module.css';

/** Keeping them shorter deletes what is older at the next cleaning: the form says so before. */
export function OrganizationForm({ organization }: { organization: OrganizationDetailOut }) {
  const change = useChangeTheOrganization();
  const [name, setName] = useState(organization.name);
  const [days, setDays] = useState(String(organization.retention_days));
  const shorter = Number(days) < organization.retention_days && days !== '';
  const same = name === organization.name && days === String(organization.retention_days);
  useLeaveGuard(!same && !change.isPending);
  const refusal = (field: string) =>
    change.error?.problem.errors.find((each) => each.field === field)?.message;
  const elsewhere = change.error && change.error.problem.errors.length === 0;

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    change.mutate(
      { data: { name, retention_days: Number(days) } },
      { onSuccess: (changed) => setName(changed.name) },
    );
  }

  return (
    <form className={styles.form} onSubmit={save}>
      <TextInput
        label={words.form.name}
        description={words.form.nameHint}
        required
        maxLength={200}
        value={name}
        error={refusal('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.form.days}
        description={words.form.daysHint}
        type="number"
        inputMode="numeric"
        min={1}
        max={3650}
        required
        value={days}
        error={refusal('retention_days')}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      {shorter && <p className={styles.warning}>{words.form.shorter(days)}</p>}
      {elsewhere && <ErrorNotice error={change.error} what={words.form.failed} />}
      <LiveRegion text={change.isSuccess && same ? words.form.saved : ''} />
      <ButtonRow>
        <Button type="submit" loading={change.isPending} disabled={same}>
          {words.form.save}
        </Button>
        {change.isSuccess && same && <span className={styles.saved}>{words.form.saved}</span>}
      </ButtonRow>
    </form>
  );
}
