import { QuestionList } from './list/question-list';
import { words } from './words';

/** The questions of the form, inside the first stop of the route. */
export const QuestionStops = () => <QuestionList scope="form.fields" label={words.list.label} />;
