import { Textarea } from '@mantine/core';
import type { Place } from '../../store/place';

export type ExpressionProps = {
  place: Place;
  label: string;
  description?: string | undefined;
  value: string;
  error?: string | undefined;
  onChange: (text: string) => void;
};

/** An expression, written as text. */
export function ExpressionField({
  place,
  label,
  description,
  value,
  error,
  onChange,
}: ExpressionProps) {
  return (
    <Textarea
      label={label}
      description={description}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      data-place={place}
    />
  );
}
