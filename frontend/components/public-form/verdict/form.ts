/** What a verdict needs of a form, as `GET /forms/{slug}` tells it. */
export type VerdictForm = {
  language?: string;
  questions: readonly VerdictQuestion[];
  pages: readonly { questions: readonly string[]; show_if?: string | null }[];
  rules: readonly { check: string; message: string; question?: string | null }[];
  json_schema: unknown;
  /** The built-in sentences in the form's language; without them it speaks English. */
  words?: unknown;
};

export type VerdictQuestion = {
  key: string;
  kind: string;
  required?: boolean;
  show_if?: string | null;
  max_length?: number | null;
  pattern_message?: string | null;
  minimum?: number | string | null;
  maximum?: number | string | null;
  decimals?: number | null;
  currencies?: readonly string[] | null;
  zone?: string | null;
  choices?: readonly { value: string }[] | null;
  live?: boolean;
  text?: string | null;
  most?: number | null;
  region?: string | null;
  max_files?: number | null;
  value?: string | null;
  type?: string | null;
  questions?: readonly VerdictQuestion[] | null;
};

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Data = { [key: string]: unknown };
export type Schema = { [keyword: string]: unknown };

/** Where an answer stands: `['lines', 0, 'part']`. */
export type Path = readonly (string | number)[];

/** What is wrong. `code`: the name of its sentence; `own`: the form's own words for it. */
export type Fault = { at: Path; code: string; values?: Record<string, unknown>; own?: string };

/** What only the server decides. */
export type Doubt =
  'phone' | 'email' | 'url' | 'choices' | 'zone' | 'datetime' | 'consent' | 'expression';

/** What becomes of one answer: its value as it is stored, what is wrong, or that only the server knows. */
export type Answer =
  | { value: Json; doubt?: Doubt; faults?: never }
  | { faults: Fault[]; value?: never; doubt?: Doubt | undefined }
  | { doubt: Doubt; value?: never; faults?: never };

export const fault = (code: string, values?: Record<string, unknown>, at: Path = []): Answer => ({
  faults: [{ at, code, ...(values && { values }) }],
});

export const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
