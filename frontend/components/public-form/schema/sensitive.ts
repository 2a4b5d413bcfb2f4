import type { RJSFSchema } from '@rjsf/utils';

/** The server marks a sensitive field as one that can be written and is never read back. */
export const isSensitive = (schema: RJSFSchema) => schema.writeOnly === true;

/** The sensitive fields of a form. */
export function sensitiveFields(schema: RJSFSchema): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    typeof property === 'object' && isSensitive(property) ? [key] : [],
  );
}
