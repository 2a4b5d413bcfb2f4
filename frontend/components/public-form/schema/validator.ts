import {
  toErrorSchema,
  type RJSFSchema,
  type RJSFValidationError,
  type ValidatorType,
} from '@rjsf/utils';
import { check, type Broken } from './check';

/** react-jsonschema-form's shape of the same fact. */
export function toValidationError({ path, keyword, message }: Broken): RJSFValidationError {
  const property = `.${path.join('.')}`;
  return { name: keyword, message, property, stack: message };
}

/**
 * A validator for react-jsonschema-form without ajv: a third of the JavaScript of the page would be
 * a JSON Schema compiler that a form of a few typed fields does not need.
 */
export const validator: ValidatorType = {
  validateFormData(formData, schema) {
    const errors = check(schema, formData ?? {}).map(toValidationError);
    return { errors, errorSchema: toErrorSchema(errors) };
  },
  isValid(schema, formData, rootSchema) {
    return check(schema, formData, rootSchema).length === 0;
  },
  rawValidation<Result>(schema: RJSFSchema, formData?: unknown) {
    return { errors: check(schema, formData ?? {}) as Result[] };
  },
};
