import { Button, Checkbox, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import {
  CallbackKind,
  type CallbackEndpointIn,
  type CallbackEndpointOut,
  type CallbackEndpointSecretOut,
} from '@/lib/api/model';
import { CreateCallbackEndpointBody } from '@/lib/api/zod/callbacks/callbacks';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import { useManageEndpoints } from '../hooks/use-endpoints';
import { words } from '../words';
import styles from './endpoint-dialog.module.css';

type Props = {
  /** Null for a new one. */
  endpoint: CallbackEndpointOut | null;
  onClose: () => void;
  onMade?: (made: CallbackEndpointSecretOut) => void;
  onSaved: (what: string) => void;
};

/** Where to send, and what about; checked by what the API takes. */
export function EndpointDialog({ endpoint, onClose, onMade, onSaved }: Props) {
  const said = words.form;
  const { create, change } = useManageEndpoints();
  const form = useForm<Required<CallbackEndpointIn>>({
    initialValues: {
      url: endpoint?.url ?? 'https://',
      description: endpoint?.description ?? '',
      kinds: endpoint?.kinds ?? Object.values(CallbackKind),
    },
    validate: checkedBy(CreateCallbackEndpointBody),
  });
  const error = create.error ?? change.error;

  function save(data: Required<CallbackEndpointIn>) {
    const onError = (refused: unknown) => void showRefused(form, refused);
    if (endpoint) {
      change.mutate(
        { endpointId: endpoint.id, data: { ...data, enabled: endpoint.enabled } },
        { onSuccess: () => onSaved(said.saved), onError },
      );
    } else {
      create.mutate({ data }, { onSuccess: (made) => onMade?.(made), onError });
    }
  }

  return (
    <Dialog title={endpoint ? said.change : said.new} onClose={onClose}>
      <form className={styles.form} onSubmit={form.onSubmit(save)}>
        <TextInput
          data-first
          label={said.url}
          description={said.urlHint}
          inputMode="url"
          {...form.getInputProps('url')}
        />
        <TextInput
          label={said.description}
          description={said.descriptionHint}
          {...form.getInputProps('description')}
        />
        <Checkbox.Group label={said.kinds} {...form.getInputProps('kinds')}>
          <div className={styles.kinds}>
            {Object.values(CallbackKind).map((value) => (
              <Checkbox key={value} value={value} label={words.kinds[value] ?? value} />
            ))}
          </div>
        </Checkbox.Group>
        {error && <ErrorNotice error={error} what={said.failed} />}
        <ButtonRow>
          <Button type="submit" loading={create.isPending || change.isPending}>
            {endpoint ? said.save : said.make}
          </Button>
          <Button variant="default" onClick={onClose}>
            {said.cancel}
          </Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}
