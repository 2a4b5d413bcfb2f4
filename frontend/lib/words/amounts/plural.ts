import { tag } from '../languages';

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

function kept<Made>(made: Map<string, Made>, make: (language: string) => Made): Made {
  const language = tag();
  const found = made.get(language) ?? make(language);
  made.set(language, found);
  return found;
}

/** The form that goes with a count: "1 member", "3 members". A language gives the forms that it has. */
export function plural(count: number, forms: Forms): string {
  const form = kept(rules, (language) => new Intl.PluralRules(language)).select(count);
  return forms[form] ?? forms.other;
}

/** "12,345", in the language that is spoken. */
export function number(value: number): string {
  return kept(numbers, (language) => new Intl.NumberFormat(language)).format(value);
}
