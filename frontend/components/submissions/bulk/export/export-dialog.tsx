import '@mantine/core/styles/Radio.css';
import '@mantine/core/styles/Stack.css';
import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { SeparatorChoice } from '@/components/ui/separator-choice/separator-choice';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ExportShape } from '@/lib/api/model';
import type { Selection } from '../../list/selection';
import { countOf, filterOf } from '../chosen';
import { words } from '../words';
import { MOST_IDS, fileOf, usual, type Chosen } from '../hooks/use-export-file';
import styles from './export-dialog.module.css';

type Props = {
  selection: Selection;
  /** The reader may see sensitive answers. */
  reveals: boolean;
  onClose: () => void;
};

/** Which file of the selected submissions, then the file. */
export function ExportDialog({ selection, reveals, onClose }: Props) {
  const [chosen, setChosen] = useState<Chosen>(usual);
  const choose = (more: Partial<Chosen>) => setChosen((before) => ({ ...before, ...more }));
  const tooMany = selection.kind === 'ids' && selection.ids.length > MOST_IDS;
  return (
    <Dialog title={words.export.title(toldCount(selection))} onClose={onClose}>
      <div className={styles.parts}>
        <FormatPart chosen={chosen} onChange={choose} />
        <ColumnsPart chosen={chosen} onChange={choose} />
        {reveals ? (
          <Checkbox
            label={words.export.reveal.label}
            description={words.export.reveal.text}
            checked={chosen.reveal}
            onChange={(event) => choose({ reveal: event.currentTarget.checked })}
          />
        ) : (
          <p className={styles.quiet}>{words.export.masked}</p>
        )}
        {tooMany ? (
          <p className={styles.warning}>{words.export.tooMany}</p>
        ) : (
          <p className={styles.quiet}>{words.export.audited}</p>
        )}
        <ButtonRow>
          {tooMany ? (
            <Button disabled>{words.export.download}</Button>
          ) : (
            <Button component="a" href={fileOf(filterOf(selection), chosen)} download>
              {words.export.download}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {words.export.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

function toldCount(selection: Selection): string {
  const counted = countOf(selection);
  if (counted === null) return words.export.everything;
  return counted.exact ? words.export.some(counted.count) : words.export.most(counted.count);
}

type PartProps = { chosen: Chosen; onChange: (more: Partial<Chosen>) => void };

function FormatPart({ chosen, onChange }: PartProps) {
  const { legend, ...formats } = words.export.format;
  return (
    <>
      <Radio.Group
        label={legend}
        value={chosen.format}
        onChange={(format) => onChange({ format: format as ExportShape })}
      >
        <Stack gap="0.5rem" mt="0.5rem">
          {Object.values(ExportShape).map((format) => (
            <Radio key={format} value={format} label={formats[format]} />
          ))}
        </Stack>
      </Radio.Group>
      {chosen.format === 'csv' && (
        <SeparatorChoice
          value={chosen.separator}
          onChange={(separator) => onChange({ separator })}
        />
      )}
    </>
  );
}

function ColumnsPart({ chosen, onChange }: PartProps) {
  const { legend, always, answers, steps } = words.export.columns;
  return (
    <fieldset className={styles.columns}>
      <legend>{legend}</legend>
      <p className={styles.quiet}>{always}</p>
      <Checkbox
        label={answers}
        checked={chosen.answers}
        onChange={(event) => onChange({ answers: event.currentTarget.checked })}
      />
      <Checkbox
        label={steps}
        checked={chosen.steps}
        onChange={(event) => onChange({ steps: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
