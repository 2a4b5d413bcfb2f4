import type { ReactNode } from 'react';
import { words as all } from '../words';
import type { Field } from '../schema/model';
import type { ConnectionForm } from './connection-form';
import { ListInput } from './list-input';
import { RecordInput } from './record-input';
import { BooleanInput, ChoiceInput, TypedInput } from './typed-input';
import { VariantsInput } from './variants-input';
import styles from './fields.module.css';

type Props = {
  form: ConnectionForm;
  fields: Field[];
  /** Where their values stand in the form, for example `settings`. */
  path: string;
  /** Everything is shown at once: there are few, or they belong together. */
  whole?: boolean;
};

/** The inputs of a schema: what is needed first, what few need behind one line. */
export function Fields({ form, fields, path, whole = false }: Props) {
  const first = whole ? fields : fields.filter(isFirst);
  const rest = fields.filter((field) => !first.includes(field));
  const faulty = rest.some(({ key }) => hasFault(form.errors, `${path}.${key}`));
  const inputs = (some: Field[]): ReactNode =>
    some.map((field) => (
      <FieldInput key={field.key} form={form} field={field} path={`${path}.${field.key}`} />
    ));
  return (
    <div className={styles.fields}>
      {inputs(first)}
      {rest.length > 0 && (
        <details className={styles.more} open={faulty || undefined}>
          <summary>{all.fields.more(rest.length)}</summary>
          <div className={styles.fields}>{inputs(rest)}</div>
        </details>
      )}
    </div>
  );
}

/** What is needed, and what the system fills in unless somebody says otherwise. */
function isFirst(field: Field): boolean {
  const usual = typeof field.fallback === 'string' || typeof field.fallback === 'number';
  return field.required || usual;
}

const hasFault = (errors: ConnectionForm['errors'], path: string) =>
  Object.keys(errors).some((each) => each === path || each.startsWith(`${path}.`));

type One = { form: ConnectionForm; field: Field; path: string };

/** The input of one field, by what it may be. */
function FieldInput({ form, field, path }: One) {
  const within = (fields: Field[]) => <Fields form={form} fields={fields} path={path} whole />;
  switch (field.kind) {
    case 'boolean':
      return <BooleanInput form={form} field={field} path={path} />;
    case 'choice':
      return <ChoiceInput form={form} field={field} path={path} />;
    case 'record':
      return (
        <RecordInput form={form} field={field} path={path}>
          {within(field.fields)}
        </RecordInput>
      );
    case 'variants':
      return <VariantsInput form={form} field={field} path={path} within={within} />;
    case 'list':
    case 'names':
      return (
        <ListInput
          form={form}
          field={field}
          path={path}
          row={(item, at) => <FieldInput form={form} field={item} path={at} />}
        />
      );
    default:
      return <TypedInput form={form} field={field} path={path} />;
  }
}
