import { memo } from 'react';
import { QuestionList } from './list/question-list';
import { words } from './words';

/** The questions of the form, inside the first stop of the route. */
export const QuestionStops = memo(function QuestionStops() {
  return <QuestionList scope="form.fields" label={words.list.label} />;
});
