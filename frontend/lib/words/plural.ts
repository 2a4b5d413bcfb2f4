const RULES = new Intl.PluralRules('en');
const NUMBERS = new Intl.NumberFormat('en');

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The form that goes with a count: "1 member", "3 members". A language gives the forms that it has. */
export function plural(count: number, forms: Forms): string {
  return forms[RULES.select(count)] ?? forms.other;
}

/** "12,345". */
export function number(value: number): string {
  return NUMBERS.format(value);
}
