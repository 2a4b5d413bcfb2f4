const PLACE = /\{(\w+)\}/g;

/** A sentence with the names in braces filled in; what is filled in is not looked at again. */
export function fill(sentence: string, values: Record<string, string>): string {
  return sentence.replace(PLACE, (place, name: string) => values[name] ?? place);
}
