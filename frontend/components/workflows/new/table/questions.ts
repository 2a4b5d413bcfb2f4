import type { Asked } from '../start/first-document';
import type { Column } from './reading';

/** In expressions these are words of their own. */
const TAKEN = new Set(['true', 'false', 'null', 'in']);
const LONGEST = 40;

/** The questions of the columns that are kept, by key. */
export function questionsOf(columns: readonly Column[]): Record<string, Asked> {
  const questions: Record<string, Asked> = {};
  for (const { label, kind, required, choices } of columns) {
    if (kind === null) continue;
    questions[freeKey(questions, label)] = {
      label: label.trim(),
      kind,
      ...(!required && { required: false as const }),
      ...(kind === 'choice' && { choices: choices.map((each) => ({ value: each, label: each })) }),
    };
  }
  return questions;
}

/** The key that a label gives: "Straße & Nr." → `strasse_nr`. */
function freeKey(taken: Record<string, Asked>, label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss');
  const made = plain
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, '');
  const key = /^\d/.test(made) || TAKEN.has(made) ? `q_${made}` : made || 'question';
  if (!(key in taken)) return key;
  for (let number = 2; ; number += 1) if (!(`${key}_${number}` in taken)) return `${key}_${number}`;
}
