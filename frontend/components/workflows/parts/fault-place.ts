import { words as all } from '../words';
import { inWords, record, stepsIn } from './definition';

/** What people call the part of a definition in which a fault is: a question, a step, the form. */
export function faultPlace(definition: unknown, field: string): string {
  const words = all.faults;
  const [first, second = '', third = ''] = field.split('.');
  if (first === 'steps') {
    const step = stepsIn(definition).find(({ key }) => key === second);
    return step ? step.title || step.key : '';
  }
  if (first !== 'form') return words.workflow;
  const fields = record(record(record(definition).form).fields);
  const label = second === 'fields' ? inWords(record(fields[third]).label) : '';
  return label || words.form;
}
