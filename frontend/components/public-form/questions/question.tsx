import { textOf } from '../answers/typed';
import { FileQuestion } from '../files/file-question';
import { GroupQuestion } from '../groups/group-question';
import { LiveChoice } from '../live/live-choice';
import { SignatureQuestion } from '../signature/signature-question';
import { AddressQuestion } from './address';
import { CalculatedQuestion } from './calculated';
import { ChoiceQuestion, ChoicesQuestion } from './choice';
import { DatetimeQuestion } from './datetime';
import { useEnv, type ControlProps } from './env';
import { LineQuestion, LinesQuestion } from './line';
import { MoneyQuestion } from './money';
import { BooleanQuestion, ConsentQuestion, RatingQuestion } from './yes-no';

/** One question, whatever its kind; nothing while it is not asked. */
export function QuestionControl(props: ControlProps) {
  const { hidden } = useEnv();
  return hidden.has(props.name) ? null : <OfKind {...props} />;
}

function OfKind(props: ControlProps) {
  const { question, name, entry } = props;
  const { countries } = useEnv();
  const choices = question.choices ?? [];
  switch (question.kind) {
    case 'multiline':
      return <LinesQuestion {...props} />;
    case 'boolean':
      return <BooleanQuestion {...props} />;
    case 'consent':
      return <ConsentQuestion {...props} />;
    case 'choice':
      return question.live ? (
        <LiveChoice {...props} />
      ) : (
        <ChoiceQuestion {...props} choices={choices} />
      );
    case 'choices':
      return question.live ? (
        <LiveChoice {...props} />
      ) : (
        <ChoicesQuestion {...props} choices={choices} />
      );
    case 'country':
      return <ChoiceQuestion {...props} choices={question.choices ?? countries} />;
    case 'money':
      return <MoneyQuestion {...props} />;
    case 'datetime':
      return <DatetimeQuestion {...props} />;
    case 'address':
      return <AddressQuestion {...props} />;
    case 'rating':
      return <RatingQuestion {...props} />;
    case 'signature':
      return <SignatureQuestion {...props} />;
    case 'file':
      return <FileQuestion {...props} />;
    case 'hidden':
      return <input type="hidden" name={name} value={textOf(entry)} />;
    case 'calculated':
      return <CalculatedQuestion question={question} name={name} />;
    case 'group':
      return <GroupQuestion {...props} Control={QuestionControl} />;
    default:
      return <LineQuestion {...props} />;
  }
}
