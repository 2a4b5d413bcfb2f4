import { TemplateField } from '../mapping/text-field-with-picks';
import type { Place } from '../store/place';

type Props = { place: Place; label: string; description?: string };

/** A condition, as it is written. */
export const ConditionField = (props: Props) => <TemplateField {...props} />;
