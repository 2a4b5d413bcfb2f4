import { number, plural } from '@/lib/words/amounts/plural';

/** What is said where a workflow begins without a template. */
export const words = {
  ways: {
    title: 'Begin otherwise',
    blank: {
      title: 'With an empty one',
      text: 'You add the questions and the steps in the editor.',
    },
    table: {
      title: 'With the columns of a table',
      text: 'A CSV file, or only its first line: each column becomes a question.',
    },
    definition: {
      title: 'With a definition',
      text: 'YAML or JSON that a colleague, a program or “waybill export” wrote.',
    },
    templates: 'Or start from a template',
  },
  names: {
    name: 'Name of the workflow',
    slug: 'Short name',
    slugHint: 'For programs and addresses: small letters, digits and hyphens.',
    hasForm: 'People fill in a form',
    hasFormHint: (url: string) => `Once it is published, it opens at ${url}`,
    noFormHint: 'Without one, only programs with an API key submit to it.',
    languages: 'Languages of the form',
    languagesHint: 'You write its texts in each. The first one is shown where no other fits.',
    oneAtLeast: 'Choose at least one language.',
    failed: 'It could not be made',
  },
  blank: {
    title: 'An empty workflow',
    lead: 'It is kept as a draft and takes nothing until you publish it. To be published it needs one question and one step at least.',
    make: 'Make it and open the editor',
  },
  table: {
    title: 'A workflow from the columns of a table',
    lead: 'Give a CSV file, or paste its first lines. Nothing is uploaded: your browser reads the columns, and only the questions below are saved.',
    file: 'CSV file',
    pasted: 'Or paste the first line, and a few rows if you like',
    pastedHint: 'Columns may be parted by commas, semicolons, tabs or pipes.',
    read: (columns: number, rows: number) =>
      plural(columns, { one: '1 column', other: `${number(columns)} columns` }) +
      ` and ${plural(rows, { one: '1 row', other: `${number(rows)} rows` })} were read.`,
    none: 'No column has a name. The first line must name the columns.',
    tooMany: (most: number) => `Only the first ${number(most)} columns were taken.`,
    unreadable: 'The file could not be read. Save it as CSV and try again.',
    questions: 'Questions',
    columns: {
      column: 'Column',
      label: 'Question',
      kind: 'Kind',
      required: 'Required',
      like: 'Such as',
    },
    labelOf: (column: string) => `Question for “${column}”`,
    kindOf: (column: string) => `Kind of “${column}”`,
    requiredOf: (column: string) => `“${column}” is required`,
    required: 'Required',
    unnamed: (at: number) => `Column ${at}`,
    nothing: 'Every column is left out. Keep one at least.',
    nameless: 'Write what people are asked.',
    choices: (values: string[]) => `Choices: ${values.join(', ')}`,
    make: 'Make it and open the editor',
    kinds: {
      omit: 'Leave it out',
      text: 'Text',
      multiline: 'Long text',
      email: 'E-mail address',
      phone: 'Phone number',
      url: 'Web address',
      date: 'Date',
      integer: 'Whole number',
      decimal: 'Number with a fraction',
      boolean: 'Yes or no',
      country: 'Country',
      choice: 'Choice',
    },
  },
};

export type Words = typeof words;
