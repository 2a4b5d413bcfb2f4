import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { ConnectorOut } from '@/lib/api/model';
import { CreateConnectionBody } from '@/lib/api/zod/connections/connections';
import { checkedBy } from '@/lib/forms/checked-by';
import { showRefused } from '@/lib/forms/refused-fields';
import type { ConnectionDraft, ConnectionForm } from '../inputs/connection-form';
import { bodyOf } from '../schema/body';
import { faultsOf } from '../schema/check';
import { draftOf } from '../schema/draft';
import type { Field } from '../schema/model';
import { placeOf } from '../schema/places';
import { readKept } from './kept';

type Options = {
  connector: ConnectorOut;
  organization: string;
  settings: Field[];
  credentials: Field[];
};

const check = checkedBy(CreateConnectionBody);

/**
 * The form of a new connection, with what was filled in before. Names are checked as the API's
 * document says, settings and credentials as the system's schemas say.
 */
export function useNewConnection({ connector, organization, settings, credentials }: Options) {
  const [begun] = useState(() => {
    const kept = readKept(organization);
    return kept?.connector === connector.name ? kept.values : null;
  });
  const form: ConnectionForm = useForm<ConnectionDraft>({
    initialValues: {
      name: begun?.name ?? '',
      slug: begun?.slug ?? '',
      settings: { ...draftOf(settings), ...begun?.settings },
      credentials: { ...draftOf(credentials), ...begun?.credentials },
    },
    validate: (values) => ({
      ...check({
        connector: connector.name,
        name: values.name.trim(),
        slug: values.slug,
        settings: bodyOf(settings, values.settings),
        credentials: bodyOf(credentials, values.credentials),
      }),
      ...faultsOf(settings, values.settings, 'settings'),
      ...faultsOf(credentials, values.credentials, 'credentials'),
    }),
  });
  const place = (error: unknown) =>
    showRefused(form, error, { fieldOf: (field) => placeOf(field, form.values) });
  return { form, lost: begun !== null && credentials.length > 0, place };
}
