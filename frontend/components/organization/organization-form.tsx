import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { OrganizationDetailOut } from '@/lib/api/model';
import { useChangeTheOrganization } from './hooks/use-organization';
import styles from './organization.module.css';

/** Keeping them shorter deletes what is older at the next cleaning: the form says so before. */
export function OrganizationForm({ organization }: { organization: OrganizationDetailOut }) {
  const change = useChangeTheOrganization();
  const [name, setName] = useState(organization.name);
  const [days, setDays] = useState(String(organization.retention_days));
  const shorter = Number(days) < organization.retention_days && days !== '';
  const same = name === organization.name && days === String(organization.retention_days);
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
        label="Name"
        description="People see it on forms, tracking pages and invitations."
        required
        maxLength={200}
        value={name}
        error={refusal('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Keep attempts and events for (days)"
        description="From 1 to 3650. Submissions themselves stay."
        type="number"
        inputMode="numeric"
        min={1}
        max={3650}
        required
        value={days}
        error={refusal('retention_days')}
        onChange={(event) => setDays(event.currentTarget.value)}
      />
      {shorter && (
        <p className={styles.warning}>
          Attempts and events older than {days} days are deleted at the next cleaning and cannot be
          brought back.
        </p>
      )}
      {elsewhere && <ErrorNotice error={change.error} what="Nothing was saved" />}
      <LiveRegion text={change.isSuccess && same ? 'Saved.' : ''} />
      <div className={styles.buttons}>
        <Button type="submit" loading={change.isPending} disabled={same}>
          Save
        </Button>
        {change.isSuccess && same && <span className={styles.saved}>Saved.</span>}
      </div>
    </form>
  );
}
