import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { words as all } from '../words';
import { firstDocument } from './first-document';
import { StartNames } from './start-names';
import { useStart } from './use-start';
import styles from './start.module.css';

/** A workflow with a name and nothing else. */
export function Blank() {
  const words = all.blank;
  const { form, make, isPending, error } = useStart();
  return (
    <form className={styles.start} onSubmit={make((start) => firstDocument(start))} noValidate>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <StartNames form={form} />
      {error && <ErrorNotice error={error} what={all.names.failed} />}
      <ButtonRow>
        <Button type="submit" loading={isPending}>
          {words.make}
        </Button>
      </ButtonRow>
    </form>
  );
}
