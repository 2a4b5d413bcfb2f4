import { setAt, valueAt } from '../scope/model/at-place';
import { useChange, useDraft, useFaults } from '../store/context';
import type { Place } from '../store/place';
import { TemplateInput } from './text/template-input';

type Props = { place: Place; label: string; description?: string; multiline?: boolean };

/** An expression that says no more than an empty text. */
const EMPTY = /^\$\{\{ *'' *\}\}$/;

/** A text of the definition with picked values in it, such as its subject. */
export function TemplateField({ place, label, description, multiline }: Props) {
  const value = useDraft((draft) => valueAt(draft, place));
  const change = useChange();
  const faults = useFaults(place);
  return (
    <TemplateInput
      key={place}
      place={place}
      label={label}
      description={description}
      multiline={multiline}
      value={typeof value === 'string' && !EMPTY.test(value) ? value : ''}
      error={faults.map(({ message }) => message).join(' ')}
      onChange={(text) => change(place, (draft) => setAt(draft, place, text || undefined))}
    />
  );
}
