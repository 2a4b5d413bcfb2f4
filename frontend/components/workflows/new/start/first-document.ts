import { stringify } from 'yaml';
import type { Start } from './use-start';

/** A question as a definition writes it. */
export type Asked = {
  label: string;
  kind: string;
  required?: false;
  choices?: { value: string; label: string }[];
};

/** The first document of a workflow: what it is called, its questions, and no step yet. */
export function firstDocument(start: Start, questions: Record<string, Asked> = {}): string {
  const { name, slug, hasForm, languages } = start;
  const [first] = Object.keys(questions);
  return stringify(
    {
      workflow: slug,
      name,
      ...(first && { subject: `\${{ input.${first} }}` }),
      form: {
        ...(hasForm && { address: slug, languages }),
        title: name,
        fields: questions,
      },
      steps: {},
    },
    { lineWidth: 120 },
  );
}
