import { TextInput } from '@mantine/core';
import { getInputProps, type BaseInputTemplateProps, type RJSFSchema } from '@rjsf/utils';
import { useState } from 'react';
import { words } from '../words';
import { isSensitive } from './sensitive';
import styles from './base-input.module.css';

/** Neither a dictionary of the browser's maker nor one of the keyboard learns what is typed. */
const UNLEARNED = { spellCheck: false, autoCapitalize: 'none', autoCorrect: 'off' } as const;

const plainType = (schema: RJSFSchema) => (schema.format === 'email' ? 'email' : 'text');

/**
 * One line of text, an e-mail address or a phone number, hidden while it is typed where it is
 * sensitive. @rjsf/mantine's own template brings a
 * number input along (10 kB gzipped) that no field of a Waybill form asks for.
 */
export function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { id, htmlName, label, required, disabled, readonly, value, type, options } = props;
  const { schema, rawErrors, onChange, onBlur } = props;
  const input = getInputProps(schema, type, options, false);
  const [shown, setShown] = useState(false);
  const sensitive = isSensitive(schema);
  return (
    <TextInput
      id={id}
      name={htmlName ?? id}
      type={sensitive && shown ? plainType(schema) : input.type}
      label={label}
      description={options.description ?? schema.description}
      required={required ?? false}
      disabled={Boolean(disabled || readonly)}
      error={rawErrors?.join(' ')}
      autoComplete={sensitive ? 'off' : (input.autoComplete ?? 'on')}
      {...(sensitive ? UNLEARNED : {})}
      rightSection={
        sensitive && (
          <button
            type="button"
            className={styles.show}
            aria-controls={id}
            aria-label={shown ? words.hideField(label) : words.showField(label)}
            onClick={() => setShown(!shown)}
          >
            {shown ? words.hide : words.show}
          </button>
        )
      }
      rightSectionWidth={sensitive ? '4rem' : undefined}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      onBlur={(event) => onBlur(id, event.currentTarget.value)}
    />
  );
}
