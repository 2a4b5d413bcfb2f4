import { words as all } from '../../words';

type Answers = Record<string, unknown>;
export type Texts = Record<string, string>;

/** Each answer as a text to change: what is no text is JSON. */
export const textsOf = (answers: Answers): Texts =>
  Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

/** Back to answers. Emptied ones are left out; `wrong` says of which texts nothing can be made. */
export function answersOf(texts: Texts, sample: Answers): { answers: Answers; wrong: Texts } {
  const answers: Answers = {};
  const wrong: Texts = {};
  for (const [key, text] of Object.entries(texts)) {
    if (text.trim() === '') continue;
    if (typeof sample[key] === 'string') answers[key] = text;
    else
      try {
        answers[key] = JSON.parse(text);
      } catch {
        wrong[key] = all.new.trying.noJson;
      }
  }
  return { answers, wrong };
}
