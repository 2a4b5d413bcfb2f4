import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ChangeEvent } from 'react';
import { useOrigin } from '../../hooks/use-origin';
import type { Setup } from '../../hooks/use-setup';
import { slugOf } from '../../parts/slug-of';
import { words as all } from '../../words';
import styles from './fields.module.css';

type Props = { hasForm: boolean; form: UseFormReturnType<Setup> };

/** The name, and what follows from it until somebody says otherwise. */
export function Naming({ hasForm, form }: Props) {
  const words = all.new.naming;
  const start = `${useOrigin()}/f/`;
  const rename = ({ currentTarget: { value: name } }: ChangeEvent<HTMLInputElement>) => {
    const { slug, address, name: before } = form.values;
    const followed = slugOf(before);
    form.setFieldValue('name', name);
    if (slug === followed || slug === '') form.setFieldValue('slug', slugOf(name));
    if (hasForm && (address === followed || address === ''))
      form.setFieldValue('address', slugOf(name));
  };
  return (
    <div className={styles.fields}>
      <TextInput label={words.name} dir="auto" {...form.getInputProps('name')} onChange={rename} />
      <TextInput label={words.slug} description={words.slugHint} {...form.getInputProps('slug')} />
      {hasForm && (
        <TextInput
          label={words.address}
          description={words.addressHint(start + (form.values.address || '…'))}
          {...form.getInputProps('address')}
        />
      )}
    </div>
  );
}
