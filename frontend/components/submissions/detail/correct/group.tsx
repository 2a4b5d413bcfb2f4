import '@mantine/core/styles/Fieldset.css';
import { Button, Fieldset } from '@mantine/core';
import { words as all } from '../words';
import { Field } from './field';
import type { FieldProps } from './field-props';
import styles from './correct.module.css';
import { valuesOf, type Values } from './values';

/** The rows of a group, each with its own fields. */
export function Group({ question, path, form }: FieldProps) {
  const words = all.correct;
  const rows = (form.getInputProps(path).value ?? []) as Values[];
  const questions = question.questions ?? [];
  const called = question.row_label ?? '';
  const fault = form.errors[path];
  return (
    <Fieldset legend={question.label} className={styles.group ?? ''}>
      {fault && <p className={styles.fault}>{fault}</p>}
      {rows.map((_, index) => (
        <div
          key={index}
          className={styles.row}
          role="group"
          aria-label={all.answers.row(called, index + 1)}
        >
          <p className={styles.rowName}>{all.answers.row(called, index + 1)}</p>
          {questions.map((each) => (
            <Field
              key={each.key}
              question={each}
              path={`${path}.${index}.${each.key}`}
              form={form}
            />
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => form.removeListItem(path, index)}
          >
            {words.removeRow(called, index + 1)}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => form.insertListItem(path, valuesOf(questions, {}, []))}
      >
        {words.addRow(called)}
      </Button>
    </Fieldset>
  );
}
