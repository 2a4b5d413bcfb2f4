/** The built-in sentences in the visitor's language: by name, in groups, one per plural category. */
export type FormWords = { [name: string]: string | FormWords };

export type Choice = { value: string; label: string };

export type Kind =
  | 'text'
  | 'multiline'
  | 'email'
  | 'phone'
  | 'url'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'time'
  | 'datetime'
  | 'boolean'
  | 'consent'
  | 'choice'
  | 'choices'
  | 'country'
  | 'address'
  | 'rating'
  | 'signature'
  | 'file'
  | 'hidden'
  | 'calculated'
  | 'group';

/** One question. Which of the further keys it has follows from its kind. */
export type Question = {
  key: string;
  kind: Kind;
  label: string;
  help?: string | null;
  placeholder?: string | null;
  required?: boolean;
  sensitive?: boolean;
  autocomplete?: string | null;
  default?: unknown;
  show_if?: string | null;
  min_length?: number | null;
  max_length?: number | null;
  pattern?: string | null;
  pattern_message?: string | null;
  minimum?: number | string | null;
  maximum?: number | string | null;
  decimals?: number | null;
  currencies?: string[] | null;
  zone?: string | null;
  choices?: Choice[] | null;
  live?: boolean;
  region?: string | null;
  text?: string | null;
  most?: number | null;
  accept?: string[] | null;
  kinds?: string[] | null;
  max_bytes?: number | null;
  max_files?: number | null;
  query?: string | null;
  value?: string | null;
  type?: string | null;
  row_label?: string | null;
  questions?: Question[] | null;
};

export type Page = {
  title: string;
  intro: string;
  questions: string[];
  show_if?: string | null;
};

export type Rule = { check: string; message: string; question?: string | null };

/** A public form in one language, as `GET /api/v1/forms/{slug}` answers. */
export type Form = {
  slug: string;
  version: number;
  language: string;
  languages: { code: string; name: string }[];
  organization: { name: string };
  title: string;
  intro: string;
  submit_label: string;
  minutes: number;
  words: FormWords;
  look: { logo: string | null; accent: string | null };
  sent: { title: string; text: string; redirect: string | null };
  state: 'open' | 'not_yet' | 'closed' | 'full';
  state_text: string;
  pages: Page[];
  questions: Question[];
  rules: Rule[];
  has_expressions: boolean;
  json_schema: Record<string, unknown>;
  steps: { key: string; title: string; system: string }[];
  protection: {
    honeypot: boolean;
    ticket: boolean;
    proof_of_work: boolean;
    allowed_origins: string[];
  };
};

/** One thing to put right: the path of the answer it is about (`lines.0.part`), and the sentence. */
export type Issue = { field: string; message: string };

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way the language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
