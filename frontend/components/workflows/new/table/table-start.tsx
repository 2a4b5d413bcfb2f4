import { Button, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { firstDocument } from '../start/first-document';
import { StartNames } from '../start/start-names';
import { useStart } from '../start/use-start';
import start from '../start/start.module.css';
import { words as all } from '../words';
import { ColumnTable } from './column-table';
import { questionsOf } from './questions';
import { MOST_COLUMNS, readTable, textOf, type Column, type TableRead } from './reading';
import styles from './table-start.module.css';

/** A workflow that asks for the columns of a table. Only what is made of them leaves the browser. */
export function TableStart() {
  const words = all.table;
  const [read, setRead] = useState<TableRead | null>(null);
  const { form, make, isPending, error } = useStart();
  const [asked, setAsked] = useState(false);
  const columns = read?.columns ?? [];
  const kept = columns.filter(({ kind }) => kind !== null);
  const isNameless = kept.some(({ label }) => label.trim() === '');
  const isReady = kept.length > 0 && !isNameless;
  const change = (changed: Column) =>
    setRead(
      (before) =>
        before && {
          ...before,
          columns: before.columns.map((each) => (each.at === changed.at ? changed : each)),
        },
    );
  const save = make((names) => firstDocument(names, questionsOf(columns)));
  return (
    <form
      className={start.start}
      noValidate
      onSubmit={(event) => {
        setAsked(true);
        if (isReady) save(event);
        else event.preventDefault();
      }}
    >
      <h1>{words.title}</h1>
      <p className={start.lead}>{words.lead}</p>
      <Source onText={(text) => setRead(text.trim() ? readTable(text, words.unnamed) : null)} />
      {read && columns.length === 0 && <p role="alert">{words.none}</p>}
      {read && columns.length > 0 && (
        <>
          <DoneNote text={words.read(columns.length, read.rows)} />
          {read.isCut && <p>{words.tooMany(MOST_COLUMNS)}</p>}
          <h2>{words.questions}</h2>
          <ColumnTable columns={columns} asked={asked} onChange={change} />
          {kept.length === 0 && <p role="alert">{words.nothing}</p>}
          <StartNames form={form} />
          {error && <ErrorNotice error={error} what={all.names.failed} />}
          <ButtonRow>
            <Button type="submit" loading={isPending}>
              {words.make}
            </Button>
          </ButtonRow>
        </>
      )}
    </form>
  );
}

function Source({ onText }: { onText: (text: string) => void }) {
  const words = all.table;
  const id = useId();
  const [failed, setFailed] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      onText(await textOf(file));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles.source}>
      <div className={styles.file}>
        <label htmlFor={id}>{words.file}</label>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ currentTarget: { files } }) => void take(files?.[0])}
        />
        {failed && <p role="alert">{words.unreadable}</p>}
      </div>
      <Textarea
        label={words.pasted}
        description={words.pastedHint}
        rows={3}
        spellCheck={false}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </div>
  );
}
