import { Checkbox, TextInput } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { language } from '@/lib/words/languages';
import { useOrigin } from '../../hooks/use-origin';
import { slugOf } from '../../parts/slug-of';
import { words as all } from '../words';
import type { StartForm } from './use-start';
import styles from './start.module.css';

/** Those of which Waybill's own words are there, and the one of the console. */
const SPOKEN = ['en', 'de', 'fr', 'es'];

/** What it is called, and whether people or only programs send to it. */
export function StartNames({ form }: { form: StartForm }) {
  const words = all.names;
  const start = `${useOrigin()}/f/`;
  const { hasForm, slug, name: before } = form.values;
  const rename = ({ currentTarget: { value: name } }: ChangeEvent<HTMLInputElement>) => {
    form.setFieldValue('name', name);
    if (slug === slugOf(before)) form.setFieldValue('slug', slugOf(name));
  };
  return (
    <div className={styles.names}>
      <TextInput label={words.name} dir="auto" {...form.getInputProps('name')} onChange={rename} />
      <TextInput label={words.slug} description={words.slugHint} {...form.getInputProps('slug')} />
      <Checkbox
        label={words.hasForm}
        description={hasForm ? words.hasFormHint(start + (slug || '…')) : words.noFormHint}
        {...form.getInputProps('hasForm', { type: 'checkbox' })}
      />
      {hasForm && <Languages form={form} />}
    </div>
  );
}

function Languages({ form }: { form: StartForm }) {
  const words = all.names;
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return (
    <Checkbox.Group
      label={words.languages}
      description={words.languagesHint}
      {...form.getInputProps('languages')}
    >
      <div className={styles.languages}>
        {SPOKEN.map((each) => (
          <Checkbox key={each} value={each} label={names.of(each) ?? each} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
