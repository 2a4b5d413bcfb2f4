import { useId, type ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  label: string;
  /** What helps to answer. */
  description?: string | undefined;
  /** What is wrong with the answer. */
  error?: string | undefined;
};

/** One line of text with its name, its help and what is wrong with it. */
export function TextField({ label, description, error, ...input }: Props) {
  const id = useId();
  const help = description ? `${id}-help` : '';
  const fault = error ? `${id}-fault` : '';
  return (
    <div className="text-field">
      <label className="text-field-label" htmlFor={id}>
        {label}
      </label>
      {description && (
        <p id={help} className="text-field-help">
          {description}
        </p>
      )}
      <input
        {...input}
        id={id}
        className="text-field-input"
        aria-describedby={[help, fault].filter(Boolean).join(' ') || undefined}
        aria-invalid={error ? true : undefined}
      />
      {error && (
        <p id={fault} className="text-field-fault">
          {error}
        </p>
      )}
    </div>
  );
}
