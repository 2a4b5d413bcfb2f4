import type { Draft } from '../model/draft';
import type { Answers } from '../store/editor-store';

/** Each round leaves out what conditions on those that are left hide. */
const ROUNDS = 5;

/** Which answers would be refused: `data.lines.0.part`. */
type Refused = (data: Answers) => Promise<string[]>;

/** Without the answers to questions that their condition hides. */
export async function onlyAsked(draft: Draft, data: Answers, refused: Refused): Promise<Answers> {
  let left = data;
  for (let round = 0; round < ROUNDS; round += 1) {
    const hidden = await refused(left);
    const next = hidden
      .map((field) => field.split('.').slice(1))
      .filter((path) => isConditional(draft, path))
      .reduce(without, left);
    if (next === left) return left;
    left = next;
  }
  return left;
}

/** Whether a question, its page, or one in the rows of a group is asked only sometimes. */
function isConditional({ form }: Draft, [key = '', , inRow = '']: readonly string[]): boolean {
  const question = form.fields[key];
  const pages = (form.pages ?? []).filter(({ fields }) => fields.includes(key));
  const parts = [question, question?.fields?.[inRow], ...pages];
  return parts.some((part) => part?.show_if !== undefined);
}

function without(data: Answers, [key = '', row, inRow]: readonly string[]): Answers {
  const { [key]: answer, ...rest } = data;
  if (!Array.isArray(answer) || inRow === undefined) return rest;
  const rows = (answer as Answers[]).map((each, index) =>
    String(index) === row ? without(each, [inRow]) : each,
  );
  return { ...data, [key]: rows };
}
