import { TextInput } from '@mantine/core';
import { getInputProps, type BaseInputTemplateProps } from '@rjsf/utils';

/**
 * One line of text, an e-mail address or a phone number. @rjsf/mantine's own template brings a
 * number input along (10 kB gzipped) that no field of a Waybill form asks for.
 */
export function BaseInputTemplate(props: BaseInputTemplateProps) {
  const { id, htmlName, label, required, disabled, readonly, value, type, options } = props;
  const { schema, rawErrors, onChange, onBlur } = props;
  const input = getInputProps(schema, type, options, false);
  return (
    <TextInput
      id={id}
      name={htmlName ?? id}
      type={input.type}
      label={label}
      description={options.description ?? schema.description}
      required={required ?? false}
      disabled={Boolean(disabled || readonly)}
      error={rawErrors?.join(' ')}
      autoComplete={input.autoComplete ?? 'on'}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      onBlur={(event) => onBlur(id, event.currentTarget.value)}
    />
  );
}
