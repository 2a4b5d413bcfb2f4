/** What an action does. The rest of its description says how, for those who write definitions. */
export const firstSentence = (text: string): string =>
  /^.+?[.!?](?=\s+\p{Lu})/u.exec(text)?.[0] ?? text;
