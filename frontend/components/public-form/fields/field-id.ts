const PREFIX = 'answer';

/** Element id of a field; the prefix goes to react-jsonschema-form too. */
export const ID_PREFIX = PREFIX;

export function fieldId(field: string): string {
  return [PREFIX, ...field.split('.')].join('_');
}

/** The field behind an element id. */
export function fieldOf(id: string): string {
  return id.slice(PREFIX.length + 1);
}
