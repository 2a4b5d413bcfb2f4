import Form from '@rjsf/core/lib/components/Form.js';
import {
  toErrorSchema,
  type Experimental_DefaultFormStateBehavior,
  type RJSFSchema,
  type UiSchema,
} from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import type { FormOut } from '@/lib/api/model';
import { ID_PREFIX, fieldOf } from './field-id';
import type { FormContext } from '../files/form-context';
import type { Issue } from './issues';
import { templates, widgets } from '../schema/theme';
import { withHints } from '../schema/ui-schema';
import { validator } from '../schema/validator';

type Props = {
  form: FormOut;
  data: Record<string, unknown>;
  issues: Issue[];
  disabled: boolean;
  onEdit: (data: Record<string, unknown>) => void;
  onLeave: (field: string) => void;
  onSend: () => void;
  context: FormContext;
  children: ReactNode;
};

/** A list's first choice is no answer until somebody chooses it. */
const DEFAULTS: Experimental_DefaultFormStateBehavior = {
  constAsDefaults: 'never',
  arrayMinItems: { populate: 'never' },
};

/** The questions of a form, drawn by react-jsonschema-form; what is wrong comes from outside. */
export function AnswerFields(props: Props) {
  const { form, data, issues, disabled, onEdit, onLeave, onSend, context, children } = props;
  const schema = useMemo(() => bare(form.json_schema as RJSFSchema), [form.json_schema]);
  const uiSchema = useMemo(
    () => withHints(schema, form.ui_schema as UiSchema),
    [schema, form.ui_schema],
  );
  const extraErrors = useMemo(
    () =>
      toErrorSchema(
        issues.map(({ field, message }) => ({ property: `.${field}`, message, stack: message })),
      ),
    [issues],
  );
  return (
    <Form
      idPrefix={ID_PREFIX}
      schema={schema}
      uiSchema={uiSchema}
      formData={data}
      validator={validator}
      templates={templates}
      widgets={widgets}
      formContext={context}
      extraErrors={extraErrors}
      experimental_defaultFormStateBehavior={DEFAULTS}
      showErrorList={false}
      noValidate
      noHtml5Validate
      disabled={disabled}
      onChange={({ formData }) => onEdit((formData ?? {}) as Record<string, unknown>)}
      onBlur={(id) => onLeave(fieldOf(id))}
      onSubmit={onSend}
    >
      {children}
    </Form>
  );
}

/** Without its title and help, which the page shows. */
function bare(schema: RJSFSchema): RJSFSchema {
  const { title: _title, description: _description, ...rest } = schema;
  return rest;
}
