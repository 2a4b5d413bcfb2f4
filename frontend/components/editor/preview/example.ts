import type { Draft, Question } from '../model/draft';
import type { Answers } from '../store/editor-store';

/** What a list of a connected system offers first; undefined: nobody knows. */
type First = (connection: string, list: string) => Promise<string | undefined>;

/** Plausible answers to every question, to see what they would send. */
export async function exampleAnswers({ form }: Draft, firstOf: First): Promise<Answers> {
  return answersTo(form.fields, firstOf);
}

async function answersTo(fields: Record<string, Question>, firstOf: First): Promise<Answers> {
  const found = await Promise.all(
    Object.entries(fields).map(async ([key, question]) => [key, await answerTo(question, firstOf)]),
  );
  return Object.fromEntries(found.filter(([, answer]) => answer !== undefined)) as Answers;
}

async function answerTo(question: Question, firstOf: First): Promise<unknown> {
  const { kind, fields, from, choices } = question;
  if (kind === 'group') return [await answersTo(fields ?? {}, firstOf)];
  if (kind === 'choice' || kind === 'choices') {
    const value = from ? await firstOf(from.connection, from.list) : choices?.[0]?.value;
    return value === undefined || kind === 'choice' ? value : [value];
  }
  if (kind === 'money')
    return { amount: numberIn(question, '120.00'), currency: currencyOf(question) };
  if (kind === 'integer') return Number(numberIn(question, '2'));
  if (kind === 'decimal') return numberIn(question, '120.00');
  if (kind === 'text' || kind === 'multiline') return textIn(question);
  return FIXED[kind];
}

const FIXED: Readonly<Record<string, unknown>> = {
  email: 'ada.berg@example.com',
  phone: '+442079460958',
  url: 'https://example.com',
  date: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10),
  time: '09:30',
  datetime: { at: new Date(Date.now() + 7 * 86_400_000).toISOString(), zone: 'UTC' },
  boolean: true,
  consent: true,
  country: 'AT',
  rating: 2,
  address: { street: 'Hauptstraße 1', postcode: '1010', city: 'Wien', country: 'AT' },
  signature: { name: 'Ada Berg', path: 'M1 2L30 4' },
};

/** A number between the limits of the question, as its digits. */
function numberIn({ minimum, maximum }: Question, usual: string): string {
  const [least, most] = [minimum, maximum].map((each) =>
    each === undefined || each === null ? undefined : Number(each),
  );
  const value = Number(usual);
  if (least !== undefined && value < least) return String(minimum);
  return most !== undefined && value > most ? String(maximum) : usual;
}

function currencyOf({ currencies }: Question): string {
  const [first] = Array.isArray(currencies) ? (currencies as unknown[]) : [];
  return typeof first === 'string' ? first : 'EUR';
}

function textIn({ autocomplete, max_length: most }: Question): string {
  const known: Record<string, string> = { organization: 'Nordwind Trading', name: 'Ada Berg' };
  const text = known[typeof autocomplete === 'string' ? autocomplete : ''] ?? 'Example';
  return typeof most === 'number' ? text.slice(0, most) : text;
}
