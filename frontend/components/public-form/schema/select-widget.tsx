import { NativeSelect } from '@mantine/core';
import { enumOptionValueDecoder, enumOptionValueEncoder, type WidgetProps } from '@rjsf/utils';
import { words } from '../words';

/** The platform's own list: a keyboard and a phone know how to work it, and it costs no script. */
export function SelectWidget(props: WidgetProps) {
  const { id, htmlName, label, required, disabled, readonly, options, value } = props;
  const { schema, rawErrors, onChange, onBlur } = props;
  const choices = options.enumOptions ?? [];
  const data = choices.map((choice, index) => ({
    value: String(enumOptionValueEncoder(choice.value, index)),
    label: choice.label,
  }));
  const decode = (chosen: string): unknown =>
    chosen === '' ? undefined : enumOptionValueDecoder(chosen, choices);
  const index = choices.findIndex((choice) => choice.value === value);
  return (
    <NativeSelect
      id={id}
      name={htmlName ?? id}
      label={label}
      description={options.description ?? schema.description}
      required={required ?? false}
      disabled={Boolean(disabled || readonly)}
      error={rawErrors?.join(' ')}
      autoComplete={typeof options.autocomplete === 'string' ? options.autocomplete : 'on'}
      data={[{ value: '', label: words.choose }, ...data]}
      value={index < 0 ? '' : String(enumOptionValueEncoder(value, index))}
      onChange={(event) => onChange(decode(event.currentTarget.value))}
      onBlur={(event) => onBlur(id, decode(event.currentTarget.value))}
    />
  );
}
