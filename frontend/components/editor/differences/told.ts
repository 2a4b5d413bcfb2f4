import { inputsOf, type Input } from '../mapping/schema/inputs';
import { questionsAt } from '../form/model/layout';
import type { Draft } from '../model/draft';
import { expanded, isPart } from './expanded';
import type { Change, Known } from './known';
import { particular } from './particular';
import { formSetting, questionSetting, stepSetting, workflowSetting } from './settings';
import { subjectOf, type Subject } from './subjects';
import { textsTold } from './texts';
import { entryWords, valueWords } from './values';
import { words } from './words';

/** What one sentence is about, and what it says. */
export type Told = { about: string; said: string };

/** Texts that people read, in each language of the form. */
const TEXTS =
  /^(label|help|intro|title|text|done|late|message|submit_label|placeholder|pattern_message|row_label|sent\.title|sent\.text)(?:\.(.+))?$/;
/** Without one of these Waybill does as usual; any other that is not there is nothing. */
const USUAL =
  /^(?:min_length|max_length|decimals|currencies|accept|max_bytes|max_files|zone|type|queue|timeout_seconds|retry\..*|without_script)$/;

/** What differs, in sentences for those who never saw the document. */
export const allTold = (changes: readonly Change[], known: Known): Told[] =>
  changes.flatMap(expanded).flatMap((change) => told(change, known));

function told(change: Change, known: Known): Told[] {
  const { kind, path } = change;
  const subject = subjectOf(path, known);
  const { name: about } = subject;
  if (kind === 'moved') return [{ about: words.of(about), said: words.order }];
  if (isPart(path) && kind !== 'changed')
    return [{ about, said: kind === 'added' ? words.added : words.removed }];
  return settingTold(change, subject, known).map((said) => ({ about: words.of(about), said }));
}

function settingTold(change: Change, subject: Subject, known: Known): string[] {
  const setting = subject.rest.join('.');
  const found = particular(setting, change, subject, known);
  if (found && found.length > 0) return found;
  const [, text, language] = TEXTS.exec(setting) ?? [];
  const label = labelOf(text ?? setting, subject, known);
  const texts = text && textsTold(label, change, known, language);
  if (texts) return texts;
  return [becomes(label, setting, change, known)];
}

function becomes(label: string, setting: string, { before, after }: Change, known: Known): string {
  const was = sideWords(setting, before, known.before, known);
  const is = sideWords(setting, after, known.after, known);
  return was === null || is === null || was === is
    ? words.changed(label)
    : words.become(label, was, is);
}

function sideWords(setting: string, value: unknown, draft: Draft, known: Known): string | null {
  if (value === null || value === '') return USUAL.test(setting) ? words.usual : words.nothing;
  if (!Array.isArray(value)) return valueWords(setting, value, draft, known);
  if (value.some((each) => typeof each === 'object')) return null;
  return value.map((each) => entryWords(setting, each, draft)).join(', ');
}

function labelOf(setting: string, subject: Subject, known: Known): string {
  switch (subject.of) {
    case 'question':
      return questionSetting(setting, kindAt(subject.key, known));
    case 'step':
      return subject.rest[0] === 'with' ? inputLabel(subject, known) : stepSetting(setting);
    case 'table':
      return words.quote(setting);
    case 'workflow':
      return workflowSetting(setting);
    default:
      return formSetting(setting);
  }
}

function kindAt(place: string, { after }: Known): string {
  const keys = place.split('.');
  return questionsAt(after, keys.slice(0, -1).join('.'))[keys.at(-1) ?? '']?.kind ?? '';
}

/** What the action calls an input and its parts. */
function inputLabel({ key, rest }: Subject, { after, before, actionOf }: Known): string {
  const step = key.slice('steps.'.length);
  const action = actionOf((after.steps[step] ?? before.steps[step])?.use ?? '');
  let parts: Input[] = action ? inputsOf(action.input_schema) : [];
  const names = rest.slice(1).map((name) => {
    const input = parts.find((each) => each.key === name);
    parts = input?.parts ?? [];
    return input?.title ?? name;
  });
  return words.settings.sends(names.join(': '));
}
