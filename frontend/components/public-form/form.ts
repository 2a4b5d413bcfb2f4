import type {
  FormChoiceOut,
  FormOut,
  FormPageOut,
  FormQuestionOut,
  FormRuleOut,
} from '@/lib/api/model';

export type Choice = FormChoiceOut;
export type Question = FormQuestionOut;
export type Page = FormPageOut;
export type Rule = FormRuleOut;

/** A public form in one language. */
export type Form = FormOut;

/** One thing to put right: the path of the answer it is about (`lines.0.part`), and the sentence. */
export type Issue = { field: string; message: string };

/** The picture in the place of the organization's name. */
export type Logo = { src: string; srcSet: string; width: number; height: number };
