import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Severity, type AlertRuleOut } from '@/lib/api/model';
import { ChangeAlertRuleBody } from '@/lib/api/zod/alerts/alerts';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useRules } from '../hooks/use-rules';
import { words } from '../words';
import { LengthField, NumberField } from './number-fields';
import { ruleSentence } from './rule-sentence';
import styles from './rule-dialog.module.css';

type Props = { rule: AlertRuleOut; onClose: () => void; onSaved: () => void };

/** What is otherwise here; the sentence above the fields says at once what they mean. */
export function RuleDialog({ rule, onClose, onSaved }: Props) {
  const { change } = useRules();
  const said = words.rules.form;
  const form = useForm({ initialValues: rule.now, validate: checkedBy(ChangeAlertRuleBody) });
  const { kind, of_the_system: fixed, usual } = rule;
  const values = form.values;
  const save = (data: typeof values) =>
    change.mutate(
      { kind, data: fixed ? { ...data, threshold: null, window_seconds: null } : data },
      { onSuccess: onSaved, onError: (error) => showRefused(form, error) },
    );
  return (
    <Dialog title={words.rules.kinds[kind]} onClose={onClose}>
      <form className={styles.form} onSubmit={form.onSubmit(save)}>
        <p className={styles.sentence} aria-live="polite">
          {ruleSentence(kind, values)}
        </p>
        {fixed && <p className={styles.hint}>{said.system}</p>}
        <Checkbox label={said.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <NativeSelect
          label={said.severity}
          data={[Severity.critical, Severity.warning, Severity.info].map((value) => ({
            value,
            label: words.severities[value],
          }))}
          {...form.getInputProps('severity')}
        />
        {!fixed && usual.threshold !== null && (
          <NumberField label={said.threshold} {...form.getInputProps('threshold')} />
        )}
        {!fixed && usual.window_seconds !== null && (
          <LengthField label={said.window} {...form.getInputProps('window_seconds')} />
        )}
        <LengthField label={said.repeat} {...form.getInputProps('repeat_seconds')} />
        {change.error && <ErrorNotice error={change.error} what={said.failed} />}
        <ButtonRow>
          <Button type="submit" loading={change.isPending}>
            {said.save}
          </Button>
          {rule.changed && (
            <Button variant="default" onClick={() => form.setValues(usual)}>
              {said.usual}
            </Button>
          )}
        </ButtonRow>
      </form>
    </Dialog>
  );
}
