import { z } from 'zod';

/** A text, or one for each language, by language tag. */
const wordsShape = z.union([z.string(), z.record(z.string(), z.string())]);
const conditionShape = z.union([z.string(), z.boolean()]);

const questionShape = z.looseObject({
  kind: z.string(),
  label: wordsShape.optional(),
  help: wordsShape.optional(),
  required: z.boolean().optional(),
  sensitive: z.boolean().optional(),
  show_if: conditionShape.optional(),
  choices: z.array(z.looseObject({ value: z.string(), label: wordsShape.optional() })).optional(),
  from: z.looseObject({ connection: z.string(), list: z.string() }).optional(),
  get fields() {
    return z.record(z.string(), questionShape).optional();
  },
});

const pageShape = z.looseObject({
  title: wordsShape.optional(),
  intro: wordsShape.optional(),
  fields: z.array(z.string()),
  show_if: conditionShape.optional(),
});

const formShape = z.looseObject({
  address: z.string().nullable().optional(),
  languages: z.array(z.string()).optional(),
  title: wordsShape.optional(),
  intro: wordsShape.optional(),
  fields: z.record(z.string(), questionShape),
  pages: z.array(pageShape).optional(),
  rules: z
    .array(z.looseObject({ check: z.string(), message: wordsShape, field: z.string() }))
    .optional(),
});

const stepShape = z.looseObject({
  title: wordsShape.optional(),
  done: wordsShape.optional(),
  use: z.string(),
  needs: z.array(z.string()).optional(),
  when: conditionShape.optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  ordering: z.string().optional(),
  queue: z.string().optional(),
  timeout_seconds: z.number().optional(),
  retry: z.looseObject({}).optional(),
});

/** What the editor must be able to walk through; everything else is kept as it is. */
export const draftShape = z.looseObject({
  workflow: z.string(),
  name: z.string(),
  subject: z.string().optional(),
  form: formShape,
  tables: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  steps: z.record(z.string(), stepShape),
});

export type Words = z.infer<typeof wordsShape>;
export type Condition = z.infer<typeof conditionShape>;
export type Question = z.infer<typeof questionShape>;
export type Page = z.infer<typeof pageShape>;
export type FormDraft = z.infer<typeof formShape>;
export type StepDraft = z.infer<typeof stepShape>;
/** The definition as its document writes it: no default is filled in, and unknown keys stay. */
export type Draft = z.infer<typeof draftShape>;
