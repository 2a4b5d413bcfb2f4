export type { VerdictForm, VerdictQuestion } from './form';
export { verdict, type Verdict } from './verdict';
