import { conditionWords } from '../conditions/condition-words';
import { storedOf } from '../conditions/stored';
import type { Condition, Draft, Question } from '../model/draft';
import { wordsShown } from '../model/texts';
import { shownLanguage } from '../scope/hooks/use-scope';
import type { Change, Known } from './known';
import { languagesOf, nameOfStep, type Subject } from './subjects';
import { words } from './words';

/** Sentences of settings that are more than a value; null: the setting is none of these. */
export function particular(
  setting: string,
  change: Change,
  subject: Subject,
  known: Known,
): string[] | null {
  const { before, after } = change;
  switch (setting) {
    case 'required':
      return [after === true || before === false ? words.required : words.voluntary];
    case 'sensitive':
      return [after === true ? words.sensitive : words.open];
    case 'show_if':
      return [conditionTold(subject.of === 'page' ? words.shown : words.asked, change, known)];
    case 'when':
      return [conditionTold(words.taken, change, known)];
    case 'needs':
      return [needsTold(after, known)];
    case 'choices':
      return choicesTold(change, known);
    default:
      return null;
  }
}

type Sentences = { always: string; never: string; onlyWhen: (condition: string) => string };

function conditionTold(said: Sentences, { before, after }: Change, known: Known): string {
  const [was, is] = [before ?? undefined, after ?? undefined] as (Condition | undefined)[];
  const now = storedOf(is).is;
  const sentence =
    now === 'expression' ? said.onlyWhen(conditionWords(is, known.after)) : said[now];
  return storedOf(was).is === 'expression'
    ? words.before(sentence, conditionWords(was, known.before))
    : sentence;
}

function needsTold(needs: unknown, known: Known): string {
  const keys = Array.isArray(needs) ? needs.map(String) : [];
  return keys.length === 0
    ? words.afterForm
    : words.after(keys.map((key) => nameOfStep(key, known)));
}

type Choices = NonNullable<Question['choices']>;

function choicesTold({ before, after }: Change, known: Known): string[] {
  const was = labelled(before, known.before);
  const is = labelled(after, known.after);
  const added = [...is].filter(([value]) => !was.has(value)).map(([, label]) => label);
  const removed = [...was].filter(([value]) => !is.has(value)).map(([, label]) => label);
  const renamed = [...is].flatMap(([value, label]) => {
    const former = was.get(value);
    return former === undefined || former === label ? [] : [renaming(former, label)];
  });
  const told = [
    ...(added.length > 0 ? [words.choices.added(added)] : []),
    ...(removed.length > 0 ? [words.choices.removed(removed)] : []),
    ...renamed,
  ];
  if (told.length > 0) return told;
  const isMoved = [...was.keys()].join('\n') !== [...is.keys()].join('\n');
  return isMoved ? [words.choices.order] : [];
}

const renaming = (former: string, label: string) =>
  words.become(words.choices.choice(former), words.quote(former), words.quote(label));

/** The labels of choices by what is stored of them. */
function labelled(choices: unknown, draft: Draft): Map<string, string> {
  const languages = languagesOf(draft);
  const shown = shownLanguage(languages);
  return new Map(
    ((choices ?? []) as Choices).map(({ value, label }) => [
      value,
      wordsShown(label, shown, languages) || value,
    ]),
  );
}
