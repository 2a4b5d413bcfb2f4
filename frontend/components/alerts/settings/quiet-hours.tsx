import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { AlertSettingsOut } from '@/lib/api/model';
import { ChangeAlertSettingsBody } from '@/lib/api/zod/alerts/alerts';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useZoneNames } from '@/lib/zones/use-zone-names';
import { useAlertSettings } from '../hooks/use-rules';
import { words } from '../words';
import styles from './quiet-hours.module.css';

/** Language, time zone and quiet hours of what is told. */
export function QuietHours({ manages }: { manages: boolean }) {
  const { settings } = useAlertSettings();
  return (
    <section className={styles.quiet} aria-labelledby="quiet">
      <h2 id="quiet">{words.quiet.title}</h2>
      <p className={styles.lead}>{words.quiet.lead}</p>
      {settings.isPending ? (
        <Skeleton width="100%" height="9rem" />
      ) : settings.data === undefined ? (
        <ErrorNotice
          error={settings.error}
          what={words.quiet.failed}
          onRetry={() => void settings.refetch()}
        />
      ) : (
        <Settings kept={settings.data} manages={manages} />
      )}
    </section>
  );
}

const check = checkedBy(ChangeAlertSettingsBody);

type Values = { language: string; time_zone: string; quiet_from: string; quiet_until: string };

const bodyOf = ({ quiet_from: from, quiet_until: until, ...rest }: Values) => ({
  ...rest,
  quiet_from: from || null,
  quiet_until: until || null,
});

function Settings({ kept, manages }: { kept: AlertSettingsOut; manages: boolean }) {
  const said = words.quiet;
  const { change } = useAlertSettings();
  const zones = useZoneNames(kept.time_zone);
  const form = useForm<Values>({
    initialValues: {
      ...kept,
      quiet_from: kept.quiet_from ?? '',
      quiet_until: kept.quiet_until ?? '',
    },
    validate: (values) => check(bodyOf(values)),
  });
  useLeaveGuard(form.isDirty() && !change.isPending);
  const saved = change.isSuccess && !form.isDirty() ? said.saved : '';
  const save = (values: Values) =>
    change.mutate(
      { data: bodyOf(values) },
      {
        onSuccess: () => form.resetDirty(),
        onError: (error) => showRefused(form, error),
      },
    );
  return (
    <form onSubmit={form.onSubmit(save)}>
      <fieldset className={styles.fields} disabled={!manages}>
        <NativeSelect
          label={said.language}
          data={Object.entries(said.languages).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('language')}
        />
        <NativeSelect label={said.zone} data={zones} {...form.getInputProps('time_zone')} />
        <TextInput type="time" label={said.from} {...form.getInputProps('quiet_from')} />
        <TextInput type="time" label={said.until} {...form.getInputProps('quiet_until')} />
      </fieldset>
      <p className={styles.lead}>{said.hint}</p>
      {change.error && <ErrorNotice error={change.error} what={said.notSaved} />}
      <LiveRegion text={saved} />
      {manages && (
        <ButtonRow>
          <Button type="submit" loading={change.isPending} disabled={!form.isDirty()}>
            {said.save}
          </Button>
          {saved && <span className={styles.saved}>{saved}</span>}
        </ButtonRow>
      )}
    </form>
  );
}
