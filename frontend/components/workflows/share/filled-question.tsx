import { Checkbox, CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { Answers, Control } from './fillable';
import { words as all } from './words';
import styles from './share.module.css';

type Props = {
  label: string;
  controls: Control[];
  answers: Answers;
  onAnswer: (name: string, values: string[]) => void;
  onRemove: () => void;
};

/** What a link answers to one question. */
export function FilledQuestion({ label, controls, answers, onAnswer, onRemove }: Props) {
  return (
    <div className={styles.question}>
      <div className={styles.controls}>
        {controls.map((control) => (
          <Field
            key={control.name}
            control={control}
            values={answers[control.name] ?? []}
            onChange={(values) => onAnswer(control.name, values)}
          />
        ))}
      </div>
      <CloseButton aria-label={all.link.remove(label)} onClick={onRemove} />
    </div>
  );
}

type FieldProps = {
  control: Control;
  values: readonly string[];
  onChange: (values: string[]) => void;
};

function Field({ control: { label, type, options, many }, values, onChange }: FieldProps) {
  const [value = ''] = values;
  if (options && many)
    return (
      <Checkbox.Group label={label} value={[...values]} onChange={onChange}>
        <div className={styles.choices}>
          {options.map((each) => (
            <Checkbox key={each.value} {...each} />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (options)
    return (
      <NativeSelect
        label={label}
        value={value}
        data={[{ value: '', label: all.link.empty }, ...options]}
        onChange={(event) => onChange([event.currentTarget.value])}
      />
    );
  return (
    <TextInput
      label={label}
      type={type}
      dir="auto"
      value={value}
      onChange={(event) => onChange([event.currentTarget.value])}
    />
  );
}
