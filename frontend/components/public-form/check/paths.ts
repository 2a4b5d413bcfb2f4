import { nameOf } from '../answers/names';
import { partsOf, rowsOf, type Typed } from '../answers/typed';
import type { Question } from '../form';

/** The path of every answer, in the order of the form: `email`, `lines.0.part`, `address.city`. */
export function pathsOf(questions: readonly Question[], typed: Typed, parent = ''): string[] {
  return questions.flatMap((question) => {
    const path = nameOf(parent, question.key);
    const parts = partsOf(question.kind).map((part) => nameOf(path, part));
    if (question.kind !== 'group') return [path, ...parts];
    const rows = rowsOf(typed[question.key]).flatMap(({ answers }, index) =>
      pathsOf(question.questions ?? [], answers, nameOf(path, index)),
    );
    return [path, ...rows];
  });
}

/** The question that a path leads to, inside a group too, and what follows in the path. */
export function questionAt(
  questions: readonly Question[],
  path: string,
): { question: Question; rest: string[] } | null {
  const [key, ...rest] = path.split('.');
  const question = questions.find((each) => each.key === key);
  if (!question) return null;
  const isRow = question.kind === 'group' && /^\d+$/.test(rest[0] ?? '') && rest.length > 1;
  return isRow ? questionAt(question.questions ?? [], rest.slice(1).join('.')) : { question, rest };
}
