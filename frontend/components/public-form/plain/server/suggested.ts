import type { FormServer } from '@/lib/http/server/form-server';
import type { Choice, Form, Question } from '../../form';

/** A page is not kept waiting for a system that is slow: its choices are then typed. */
const LONGEST_WAIT_MS = 400;
const MOST_QUESTIONS = 10;

/** The form with the first choices of its live questions, for browsers that look nothing up. */
export async function withSuggestions(form: Form, api: FormServer): Promise<Form> {
  const paths = form.questions.flatMap(livePaths).slice(0, MOST_QUESTIONS);
  if (paths.length === 0) return form;
  const found = await Promise.all(paths.map((path) => soon(choicesOf(form, path, api))));
  const known = new Map(paths.map((path, index) => [path, found[index] ?? null]));
  const filled = (question: Question, path: string): Question => {
    const inner = question.questions?.map((each) => filled(each, `${path}.${each.key}`)) ?? null;
    return { ...question, choices: known.get(path) ?? question.choices, questions: inner };
  };
  return { ...form, questions: form.questions.map((each) => filled(each, each.key)) };
}

const livePaths = ({ key, live, questions }: Question): string[] => [
  ...(live ? [key] : []),
  ...(questions ?? []).filter((each) => each.live).map((each) => `${key}.${each.key}`),
];

async function choicesOf(form: Form, path: string, api: FormServer): Promise<Choice[] | null> {
  const { slug, version, language } = form;
  const { items } = await api.choices(slug, path, { version, language });
  return items.map(({ value, label }) => ({ value, label }));
}

/** Null where it does not come in time or fails: the question is answered without. */
async function soon(asked: Promise<Choice[] | null>): Promise<Choice[] | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), LONGEST_WAIT_MS);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
