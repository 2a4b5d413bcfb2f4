import { Button, Checkbox, NativeSelect, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Channel, Severity, type AlertRouteOut } from '@/lib/api/model';
import { CreateAlertRouteBody } from '@/lib/api/zod/alerts/alerts';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useManageRoutes } from '../hooks/use-routes';
import { words } from '../words';
import { bodyOf, fieldOf, hasSecretAddress, valuesOf, type RouteValues } from './route-values';
import styles from './route-form.module.css';

type Props = {
  route: AlertRouteOut | null;
  onLeave: () => void;
  onDelete: () => void;
  onDone: (what: string, secret: string | null) => void;
};

const check = checkedBy(CreateAlertRouteBody);

function validate(values: RouteValues) {
  const found = check({ ...bodyOf(values), channel: values.channel });
  return Object.fromEntries(Object.entries(found).map(([name, said]) => [fieldOf(name), said]));
}

/** The fields that the channel has, checked by what the API takes. */
export function RouteForm({ route, onLeave, onDelete, onDone }: Props) {
  const said = words.routes.form;
  const { create, change } = useManageRoutes();
  const form = useForm<RouteValues>({ initialValues: valuesOf(route), validate });
  const { channel } = form.values;
  const error = create.error ?? change.error;

  function save(values: RouteValues) {
    const data = bodyOf(values);
    const onError = (refused: unknown) => void showRefused(form, refused, { fieldOf });
    if (route) {
      change.mutate(
        { routeId: route.id, data },
        { onSuccess: ({ name }) => onDone(said.saved(name), null), onError },
      );
    } else {
      create.mutate(
        { data: { ...data, channel } },
        { onSuccess: ({ name, secret }) => onDone(said.made(name), secret), onError },
      );
    }
  }

  return (
    <form className={styles.form} onSubmit={form.onSubmit(save)}>
      {!route && (
        <NativeSelect
          data-first
          label={said.channel}
          data={Object.values(Channel).map((value) => ({
            value,
            label: words.routes.channels[value],
          }))}
          {...form.getInputProps('channel')}
        />
      )}
      <TextInput label={said.name} description={said.nameHint} {...form.getInputProps('name')} />
      {channel === 'email' ? (
        <Textarea
          label={said.recipients}
          description={said.recipientsHint}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('recipients')}
        />
      ) : (
        <TextInput
          label={said.url}
          description={
            route && hasSecretAddress(channel)
              ? `${said.urlHints[channel]} ${said.keep}`
              : said.urlHints[channel]
          }
          inputMode="url"
          {...form.getInputProps('url')}
        />
      )}
      {channel === 'pagerduty' && (
        <TextInput
          label={said.key}
          description={route ? `${said.keyHint} ${said.keep}` : said.keyHint}
          autoComplete="off"
          {...form.getInputProps('routing_key')}
        />
      )}
      <Checkbox.Group label={said.severities} {...form.getInputProps('severities')}>
        <div className={styles.severities}>
          {[Severity.critical, Severity.warning, Severity.info].map((value) => (
            <Checkbox key={value} value={value} label={words.severities[value]} />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox label={said.enabled} {...form.getInputProps('enabled', { type: 'checkbox' })} />
      {error && <ErrorNotice error={error} what={said.failed} />}
      <ButtonRow>
        <Button type="submit" loading={create.isPending || change.isPending}>
          {route ? said.save : said.make}
        </Button>
        <Button variant="default" onClick={onLeave}>
          {said.cancel}
        </Button>
        {route && (
          <Button variant="default" onClick={onDelete}>
            {said.delete}
          </Button>
        )}
      </ButtonRow>
    </form>
  );
}
