/** A draft as large as they get: 60 questions on four pages in two languages, and 30 steps. */
export function largeDraft(slug: string): string {
  const fields = counted(60).map(field).join('\n');
  const pages = counted(4).map(
    (page) =>
      `    - {title: {en: Part ${page}, de: Teil ${page}}, fields: [${counted(15)
        .map((at) => `q${(page - 1) * 15 + at}`)
        .join(', ')}]}`,
  );
  return `workflow: ${slug}
name: Large ${slug}
subject: Request of \${{ input.q1 }}
form:
  address: ${slug}
  languages: [en, de]
  title: {en: A large form, de: Ein großes Formular}
  fields:
${fields}
  pages:
${pages.join('\n')}
steps:
${counted(30).map(step).join('\n')}
`;
}

const counted = (length: number) => Array.from({ length }, (_, at) => at + 1);

const KINDS = [
  'text',
  'multiline',
  'email',
  'decimal',
  'date',
  'choice, choices: [{value: a, label: First}, {value: b, label: Second}]',
];

function field(at: number): string {
  const kind = at === 1 ? 'text' : KINDS[at % KINDS.length];
  const rest = at % 5 === 0 ? `, required: false, show_if: "input.q1 == 'Acme'"` : '';
  return `    q${at}: {kind: ${kind}, label: {en: Question ${at}, de: Frage ${at}}${rest}}`;
}

function step(at: number): string {
  const needs = at === 1 ? '' : `\n    needs: [s${at - 1}]`;
  const when = at % 3 === 0 ? `\n    when: \${{ input.q1 == 'Acme' }}` : '';
  return `  s${at}:
    title: {en: Telling department ${at}, de: Abteilung ${at} erfährt davon}
    use: mail/email.send${needs}${when}
    with:
      to: team-${at}@example.com
      subject: "Request \${{ submission.reference }} for \${{ input.q1 }}"
      text: "\${{ input.q1 }} wrote: \${{ input.q6 }}"`;
}
