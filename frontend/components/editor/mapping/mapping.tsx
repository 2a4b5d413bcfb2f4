import { useDraft } from '../store/context';
import { placeOf } from '../store/place';
import { useSystems } from '../steps/hooks/use-systems';
import { isRecord } from '../model/alike';
import { TemplateField } from './text-field-with-picks';

/** Everything that a step sends, one text for each input of its action. */
export function Mapping({ step }: { step: string }) {
  const { actionOf } = useSystems();
  const use = useDraft(({ steps }) => steps[step]?.use ?? '');
  const properties = actionOf(use)?.input_schema.properties;
  const inputs = isRecord(properties) ? Object.entries(properties) : [];
  return inputs.map(([name, schema]) => (
    <TemplateField
      key={name}
      place={placeOf('steps', step, 'with', name)}
      label={titleOf(schema) ?? name}
    />
  ));
}

const titleOf = (schema: unknown): string | undefined =>
  isRecord(schema) && typeof schema.title === 'string' ? schema.title : undefined;
