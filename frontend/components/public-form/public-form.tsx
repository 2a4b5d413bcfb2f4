import type { Typed } from './answers/typed';
import { useLanguage } from './hooks/use-language';
import { usePublicForm, type Start } from './hooks/use-public-form';
import { FormPage } from './form-page';

type Props = Start & {
  /** What somebody typed before the script was there. */
  byHand?: Typed;
};

const NOTHING: Typed = {};

/** A public form: what is asked, how long it takes, and where the answers will go. */
export function PublicForm({ byHand = NOTHING, ...begin }: Props) {
  const { start, change } = useLanguage(begin);
  const state = usePublicForm(start, byHand);
  return (
    <FormPage
      start={start}
      state={state}
      onLanguage={(language) => {
        state.keep();
        return change(language);
      }}
    />
  );
}
