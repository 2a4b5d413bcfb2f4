import type {
  FormChoiceOut,
  FormOut,
  FormPageOut,
  FormQuestionOut,
  FormRuleOut,
} from '@/lib/api/model';

/** The built-in sentences in the visitor's language: by name, in groups, one per plural category. */
export type FormWords = { [name: string]: string | FormWords };

export type Choice = FormChoiceOut;
export type Question = FormQuestionOut;
export type Page = FormPageOut;
export type Rule = FormRuleOut;

/** A public form in one language, as `GET /api/v1/forms/{slug}` answers. */
export type Form = Omit<FormOut, 'languages'> & {
  languages: { code: string; name: string }[];
  words: FormWords;
  state: 'open' | 'not_yet' | 'closed' | 'full';
  state_text: string;
};

/** One thing to put right: the path of the answer it is about (`lines.0.part`), and the sentence. */
export type Issue = { field: string; message: string };
