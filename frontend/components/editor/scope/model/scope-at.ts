import type { Page, Question } from '../../model/draft';
import type { Place } from '../../store/place';
import { answerItem, askedOrder, type Speech } from './answers';
import { stepsBefore, stepsToWaitFor, waitingToo, type Outline } from './graph';
import type { Group, Item } from './item';
import { outputItems } from './outputs';

export type Seen = {
  fields: Readonly<Record<string, Question>>;
  pages: readonly Page[] | undefined;
  outlines: readonly Outline[];
  /** The output's schema of a step's `use`. */
  outputOf(use: string): Record<string, unknown> | undefined;
  speech: Speech & { answers: string; row: string; submission: string };
};

/** What can be picked at a place. */
export function scopeAt(place: Place, seen: Seen): Group[] {
  const parts = place.split('.');
  const [first = '', second = '', third = ''] = parts;
  const answers = (keys: readonly string[]): Group => ({
    key: 'input',
    label: seen.speech.answers,
    items: keys.flatMap((key) => {
      const question = seen.fields[key];
      return question ? [answerItem(key, question, ['input'], seen.speech)] : [];
    }),
  });
  const all = askedOrder(seen.fields, seen.pages);
  if (first === 'form' && second === 'fields') {
    const above = all.slice(0, Math.max(all.indexOf(third), 0));
    return [...rowGroup(parts, seen), answers(above)];
  }
  if (first === 'form' && second === 'pages') {
    const earlier = (seen.pages ?? []).slice(0, Number(third)).flatMap((page) => page.fields);
    return [answers(earlier)];
  }
  if (first === 'form') return [answers(all)];
  const submission = submissionGroup(seen);
  if (first !== 'steps' || third === 'ordering') return [answers(all), submission];
  return [answers(all), ...stepGroups(second, seen), submission];
}

/** In a question of a group: what stands above it in the row. */
function rowGroup(parts: readonly string[], { fields, speech }: Seen): Group[] {
  const [, , group = '', inside, key = ''] = parts;
  if (inside !== 'fields') return [];
  const rows = Object.entries(fields[group]?.fields ?? {});
  const at = rows.findIndex(([each]) => each === key);
  const above = rows.slice(0, Math.max(at, 0));
  const items = above.map(([each, question]) => answerItem(each, question, ['row'], speech));
  return [{ key: 'row', label: speech.row, items }];
}

function stepGroups(step: string, seen: Seen): Group[] {
  const { before, sure } = stepsBefore(seen.outlines, step);
  return before.flatMap((key) => {
    const outline = seen.outlines.find((each) => each.key === key);
    const schema = outline && seen.outputOf(outline.use);
    if (!outline || !schema) return [];
    const items = outputItems(schema, ['steps', key], !sure.has(key));
    return [{ key: `steps.${key}`, label: outline.label, items }];
  });
}

/** What could be picked at a place of a step if the step waited for one more: group by group. */
export function furtherAt(place: Place, seen: Seen): Group[] {
  const [first, step = '', part] = place.split('.');
  if (first !== 'steps' || part === 'ordering') return [];
  return stepsToWaitFor(seen.outlines, step).flatMap((need) => {
    const outlines = waitingToo(seen.outlines, step, need);
    return stepGroups(step, { ...seen, outlines }).filter(({ key }) => key === `steps.${need}`);
  });
}

function submissionGroup({ speech }: Seen): Group {
  const item = (key: string): Item => ({
    path: ['submission', key],
    label: speech.part(`submission_${key}`),
    kind: 'text',
    type: 'text',
    optional: false,
  });
  return {
    key: 'submission',
    label: speech.submission,
    items: ['reference', 'language', 'id'].map(item),
  };
}
