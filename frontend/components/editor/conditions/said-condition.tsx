import { draftShape } from '../model/draft';
import { conditionWords } from './condition-words';
import { storedOf } from './stored';

type Props = {
  definition: unknown;
  /** As the definition has it. */
  when: string;
};

/** A condition by the names of its questions and steps; as an expression where words do not do. */
export function SaidCondition({ definition, when }: Props) {
  const draft = draftShape.safeParse(definition);
  const stored = storedOf(when);
  if (!draft.success || (stored.is === 'expression' && !stored.choices))
    return <code>{stored.is === 'expression' ? stored.text : when}</code>;
  return <span dir="auto">{conditionWords(when, draft.data)}</span>;
}
