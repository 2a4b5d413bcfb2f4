import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { TemplateBlankOut } from '@/lib/api/model';
import type { Setup } from '../../hooks/use-setup';
import styles from './fields.module.css';

const INPUT = { email: 'email', number: 'decimal', path: 'text', text: 'text' } as const;

type Props = { blanks: TemplateBlankOut[]; form: UseFormReturnType<Setup> };

/** What is different for everybody, such as whom to write to. */
export function Blanks({ blanks, form }: Props) {
  return (
    <div className={styles.fields}>
      {blanks.map(({ key, label, help, kind }) => (
        <TextInput
          key={key}
          label={label}
          description={help || undefined}
          inputMode={INPUT[kind]}
          {...form.getInputProps(`values.${key}`)}
        />
      ))}
    </div>
  );
}
