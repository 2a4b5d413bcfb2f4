import { readPick, writePick } from '../../expressions/picks';
import { wholeExpression } from '../../expressions/template';
import { ExpressionField } from '../../expressions/field/expression-field';
import { useScope } from '../../scope/hooks/use-scope';
import { LinesInput } from '../lines/lines-input';
import { ListButton } from '../lists/list-button';
import { ChoosePick, PickEditor } from '../picks/pick-editor';
import { TemplateInput } from '../text/template-input';
import { words } from '../words';
import { FixedValue } from './fixed-value';
import styles from './inputs.module.css';
import { ListInput } from './list-input';
import { RecordInput } from './record-input';
import type { ValueProps } from './value-props';

/** What an input gets, in the way that was chosen. */
export function InputValue(props: ValueProps) {
  const { place, input, connection, mode, value, error, onChange } = props;
  switch (mode) {
    case 'nothing':
      return null;
    case 'fixed':
      return (
        <FixedValue place={place} input={input} value={value} error={error} onChange={onChange} />
      );
    case 'text':
      return (
        <>
          <TemplateInput
            place={place}
            label={words.value(input.title)}
            multiline
            value={typeof value === 'string' ? value : ''}
            error={error}
            onChange={(text) => onChange(text || undefined)}
          />
          <ListButton connection={connection} inputKey={input.key} onChoose={onChange} />
        </>
      );
    case 'answer':
      return <AnswerValue {...props} />;
    case 'record':
      return <RecordInput {...props} />;
    case 'list':
      return <ListInput {...props} />;
    case 'lines':
      return <LinesInput {...props} />;
    case 'expression':
      return (
        <ExpressionField
          place={place}
          label={words.expression}
          description={words.expressionHint}
          value={wholeExpression(value) ?? (typeof value === 'string' ? value : '')}
          error={error || undefined}
          onChange={(text) => onChange(text.trim() ? `\${{ ${text} }}` : undefined)}
        />
      );
  }
}

function AnswerValue({ place, input, value, error, onChange }: ValueProps) {
  const groups = useScope(place);
  const target = { input, within: 'whole' } as const;
  const pick = readPick(wholeExpression(value) ?? '');
  const shared = {
    place,
    target,
    onChange: (next: Parameters<typeof writePick>[0]) => onChange(`\${{ ${writePick(next)} }}`),
  };
  return (
    <>
      {pick ? <PickEditor {...shared} groups={groups} pick={pick} /> : <ChoosePick {...shared} />}
      {error && <p className={styles.missing}>{error}</p>}
    </>
  );
}
