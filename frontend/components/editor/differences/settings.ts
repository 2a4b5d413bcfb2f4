import { words as form } from '../form/words';
import { words as steps } from '../steps/words';
import { words as whole } from '../words';
import { words as all } from './words';

/** What the settings of a question are called where they are edited. */
export function questionSetting(setting: string, kind: string): string {
  const { question, rare, settings, calculated, group, choices } = form;
  const labels: Record<string, string> = {
    kind: question.kind,
    label: question.label,
    help: question.help,
    placeholder: rare.placeholder,
    default: rare.default,
    autocomplete: rare.autocomplete,
    pattern: rare.pattern,
    pattern_message: rare.patternMessage,
    min_length: settings.shortest,
    max_length: settings.longest,
    minimum: limit(kind, 'least'),
    maximum: limit(kind, 'most'),
    region: settings.region,
    zone: settings.zone,
    currencies: settings.currencies,
    decimals: settings.decimals,
    accept: settings.accept,
    max_bytes: settings.megabytes,
    max_files: settings.files,
    most: settings.stars,
    query: settings.query,
    text: settings.consent,
    value: calculated.value,
    type: calculated.type,
    optional: calculated.optional,
    row_label: group.row,
    choices: choices.label,
    from: all.settings.live,
  };
  return labels[setting] ?? all.settings.other(setting);
}

function limit(kind: string, which: 'least' | 'most'): string {
  const { settings, group } = form;
  const isLeast = which === 'least';
  if (kind === 'date' || kind === 'time') return isLeast ? settings.earliest : settings.latest;
  if (kind === 'choices') return isLeast ? settings.fewest : settings.mostChosen;
  if (kind === 'group') return isLeast ? group.fewest : group.most;
  return settings[which];
}

/** The same for the form, its pages and its rules. */
export function formSetting(setting: string): string {
  const { form: said, rules } = form;
  const labels: Record<string, string> = {
    title: said.title,
    intro: said.intro,
    address: said.address,
    languages: form.languages.label,
    submit_label: said.submit,
    minutes: said.minutes,
    'look.logo': said.logo,
    'look.accent': said.accent,
    'sent.title': said.sentTitle,
    'sent.text': said.sentText,
    'sent.redirect': said.redirect,
    opens: said.opens,
    closes: said.closes,
    most: said.most,
    late: said.late,
    without_script: said.scriptless,
    pages: form.pages.label,
    rules: said.rules,
    fields: all.settings.pageFields,
    check: rules.check,
    message: rules.message,
    field: rules.field,
  };
  return labels[setting] ?? all.settings.other(setting);
}

export function stepSetting(setting: string): string {
  const { people, more } = steps;
  const labels: Record<string, string> = {
    title: people.title,
    done: people.done,
    use: all.settings.use,
    ordering: more.ordering,
    queue: more.queue,
    timeout_seconds: more.timeout,
    'retry.base_seconds': more.base,
    'retry.factor': more.factor,
    'retry.cap_seconds': more.cap,
    'retry.max_tries': more.tries,
  };
  return labels[setting] ?? all.settings.other(setting);
}

export function workflowSetting(setting: string): string {
  const labels: Record<string, string> = {
    workflow: all.settings.slug,
    name: whole.workflow.name,
    subject: whole.workflow.subject,
  };
  return labels[setting] ?? all.settings.other(setting);
}
