import { TextInput } from '@mantine/core';
import { useChange, useDraft, useFaults } from '../store/context';
import { TemplateField } from '../mapping/text-field-with-picks';
import { words as all } from '../words';
import styles from './workflow-pane.module.css';

/** What the workflow and its submissions are called. */
export function WorkflowPane() {
  const words = all.workflow;
  const change = useChange();
  const name = useDraft((draft) => draft.name);
  const [fault] = useFaults('name');
  return (
    <div className={styles.pane}>
      <h2>{words.title}</h2>
      <TextInput
        label={words.name}
        description={words.nameHelp}
        dir="auto"
        data-place="name"
        value={name}
        error={fault?.message}
        onChange={({ currentTarget: { value } }) =>
          change('name', (draft) => void (draft.name = value))
        }
      />
      <TemplateField place="subject" label={words.subject} description={words.subjectHelp} />
    </div>
  );
}
