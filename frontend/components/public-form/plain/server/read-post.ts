import { typedFrom } from '../../answers/entries';
import { emptyAnswers, type Typed } from '../../answers/typed';
import type { Form } from '../../form';
import { fileOfText, type KeptFiles } from '../kept-files';
import { OWN } from '../plain';
import { answersAfter, wishOf, type Wish } from '../wishes';

/** A file that was chosen on the page, for the question with this key. */
export type ChosenFile = { question: string; file: File };

/** Everything that a form without script sends. */
export type Post = {
  typed: Typed;
  kept: KeptFiles;
  chosen: ChosenFile[];
  wish: Wish;
  key: string;
  ticket: string;
  version: number;
  website: string;
  /** Paths that the page did not ask for. */
  hidden: ReadonlySet<string>;
};

/** Reads the controls by each question's kind. Rows are added, moved and removed as was wished. */
export function readPost(form: Form, body: FormData): Post {
  const text = (name: string) => {
    const value = body.get(name);
    return typeof value === 'string' ? value : '';
  };
  const wish = wishOf(text(OWN.act));
  const sent = typedFrom(form.questions, body);
  return {
    typed: answersAfter(form.questions, { ...emptyOnes(form), ...sent }, wish),
    wish,
    ...filesIn(form, body),
    key: text(OWN.key),
    ticket: text(OWN.ticket),
    version: Number(text(OWN.version)),
    website: text('website'),
    hidden: new Set(text(OWN.hidden).split(' ').filter(Boolean)),
  };
}

/** Nothing for each question that has a proposal, so that what was emptied stays empty. */
function emptyOnes({ questions }: Form): Typed {
  const proposed = Object.entries(emptyAnswers(questions));
  return Object.fromEntries(
    proposed.map(([key, entry]) => [
      key,
      Array.isArray(entry) ? [] : typeof entry === 'string' ? '' : {},
    ]),
  );
}

function filesIn(form: Form, body: FormData): Pick<Post, 'kept' | 'chosen'> {
  const kept: KeptFiles = {};
  const chosen: ChosenFile[] = [];
  for (const { key, kind } of form.questions) {
    if (kind !== 'file') continue;
    for (const value of body.getAll(key)) {
      // A control without a choice sends a nameless file of no bytes.
      if (typeof value !== 'string') {
        if (value.name !== '' || value.size > 0) chosen.push({ question: key, file: value });
        continue;
      }
      const file = fileOfText(value);
      if (file) kept[key] = [...(kept[key] ?? []), file];
    }
  }
  return { kept, chosen };
}
