import { language } from '@/lib/words/languages';

/** A step as a page shows it. `title`: empty where it has none. `when`: its condition as it was written; empty: always. */
export type Step = {
  key: string;
  title: string;
  connection: string;
  action: string;
  needs: string[];
  when: string;
};

/** The steps of a definition as JSON, in its order; none where it cannot be read. */
export function stepsIn(definition: unknown): Step[] {
  const steps = record(record(definition).steps);
  return Object.entries(steps).map(([key, given]) => {
    const { title, use, needs, when } = record(given);
    const [connection = '', ...action] = text(use).split('/');
    return {
      key,
      title: inWords(title),
      connection,
      action: action.join('/'),
      needs: Array.isArray(needs) ? needs.map(text) : [],
      when: when === false ? 'false' : text(when),
    };
  });
}

/** A text, or the one in the language of the console, or else the first that there is. */
export function inWords(given: unknown): string {
  if (typeof given === 'string') return given;
  const words = record(given);
  return text(words[language()] ?? words.en ?? Object.values(words)[0]);
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

export function record(value: unknown): Record<string, unknown> {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Record<string, unknown>) : {};
}
