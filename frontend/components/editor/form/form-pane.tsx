import { useDraft, useSelection } from '../store/context';
import { MissingTexts } from './fields/missing-texts';
import { partAt } from './model/parts';
import { QuestionPane } from './question/question-pane';
import { FormSettings } from './settings/form-settings';
import styles from './fields/fields.module.css';

const QUESTION = /^form\.fields\.[^.]+(?:\.fields\.[^.]+)?/;

/** What is chosen of the form: one of its questions, or the form itself. */
export function FormPane() {
  const [at] = useSelection();
  const [place = ''] = QUESTION.exec(at) ?? [];
  const isThere = useDraft((draft) => place !== '' && partAt(draft, place) !== undefined);
  return (
    <div className={styles.fields}>
      <MissingTexts />
      {isThere ? <QuestionPane place={place} /> : <FormSettings />}
    </div>
  );
}
