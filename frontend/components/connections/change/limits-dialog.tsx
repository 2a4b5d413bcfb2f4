import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { ConnectionOut, LimitsIn } from '@/lib/api/model';
import { LimitConnectionBody } from '@/lib/api/zod/connections/connections';
import { checkedBy } from '@/lib/forms/checked-by';
import { focusFirst } from '@/lib/forms/focus-first';
import { showRefused } from '@/lib/forms/refused-fields';
import { useChanges } from '../hooks/use-changes';
import { numberOf } from '../schema/body';
import { words as all } from '../words';
import { Refusal } from './refusal';
import styles from './change.module.css';

type Props = {
  connection: ConnectionOut;
  onClose: () => void;
  onDone: (what: string) => void;
};
type Typed = Record<keyof LimitsIn, string>;

const check = checkedBy(LimitConnectionBody);

/** How much may be sent at once and per second, with what it means. */
export function LimitsDialog({ connection, onClose, onDone }: Props) {
  const words = all.limiting;
  const { limit } = useChanges(connection);
  const form = useForm<Typed>({
    initialValues: {
      max_in_flight: String(connection.max_in_flight),
      rate_per_second: String(connection.rate_per_second ?? ''),
      rate_burst: String(connection.rate_burst),
    },
    validate: (typed) => check(numbersOf(typed)),
  });
  const send = form.onSubmit(
    (typed) =>
      limit.mutate(numbersOf(typed) as LimitsIn, {
        onSuccess: () => {
          onDone(all.done.limited);
          onClose();
        },
        onError: (error) => showRefused(form, error),
      }),
    focusFirst(form),
  );
  return (
    <Dialog title={words.title(connection.name)} onClose={onClose}>
      <form className={styles.form} onSubmit={send} noValidate>
        <TextInput
          data-first
          label={words.flight}
          description={words.flightHint}
          inputMode="numeric"
          {...form.getInputProps('max_in_flight')}
        />
        <TextInput
          label={words.rate}
          description={words.rateHint}
          inputMode="decimal"
          {...form.getInputProps('rate_per_second')}
        />
        <TextInput
          label={words.burst}
          description={words.burstHint}
          inputMode="numeric"
          {...form.getInputProps('rate_burst')}
        />
        <Refusal error={limit.error} what={words.failed} />
        <ButtonRow>
          <Button type="submit" loading={limit.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}

/** Numbers where they are some; what is none stays as it is, and is refused. */
function numbersOf(typed: Typed): Record<keyof LimitsIn, number | string | null> {
  const read = (text: string) => numberOf(text) ?? (text.trim() || null);
  return {
    max_in_flight: read(typed.max_in_flight),
    rate_per_second: read(typed.rate_per_second),
    rate_burst: read(typed.rate_burst),
  };
}
