import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { words } from '../words';

/**
 * The server's hints, and what this page adds: nearly every question must be answered, so the few
 * optional ones say so. A widget that shows no help of its own is handed the schema's.
 */
export function withHints(schema: RJSFSchema, hints: UiSchema): UiSchema {
  const additions = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (typeof property !== 'object') return [];
    const own = (hints[key] ?? {}) as UiSchema;
    const optional = !schema.required?.includes(key);
    const label = property.title ?? key;
    return [
      [
        key,
        {
          ...own,
          ...(optional ? { 'ui:title': words.optional(label) } : {}),
          ...(property.description ? { 'ui:description': property.description } : {}),
        },
      ] as const,
    ];
  });
  return {
    ...hints,
    ...Object.fromEntries(additions),
    'ui:submitButtonOptions': { norender: true },
  };
}
