import { useForm } from '@mantine/form';
import type { ConnectionForm } from '../inputs/connection-form';
import { faultsOf } from '../schema/check';
import { draftOf } from '../schema/draft';
import type { Json } from '../schema/json';
import type { Field } from '../schema/model';

const NOTHING = { name: '', slug: '', settings: {}, credentials: {} };

/** A form about the settings or the credentials alone, checked by their schema. */
export function usePartForm(
  part: 'settings' | 'credentials',
  fields: Field[],
  stored: { [key: string]: Json } = {},
): ConnectionForm {
  return useForm({
    initialValues: { ...NOTHING, [part]: draftOf(fields, stored) },
    validate: (values) => faultsOf(fields, values[part], part),
  });
}
