import { countriesIn, withCountriesInOrder } from './countries';

const named = (...labels: string[]) => labels.map((label) => ({ value: label, label }));

test('countries stand where a reader of the language looks for them', () => {
  const form = {
    language: 'de',
    questions: [
      { kind: 'country', choices: named('Zypern', 'Ägypten', 'Oman', 'Österreich') },
      { kind: 'choice', choices: named('Z', 'A') },
      {
        kind: 'group',
        questions: [{ kind: 'country', choices: named('Åland', 'Zypern', 'Albanien') }],
      },
    ],
  };
  const [country, choice, group] = withCountriesInOrder(form).questions;
  const labels = (question: { choices?: { label: string }[] } | undefined) =>
    question?.choices?.map(({ label }) => label);
  expect(labels(country)).toEqual(['Ägypten', 'Oman', 'Österreich', 'Zypern']);
  expect(labels(choice)).toEqual(['Z', 'A']);
  expect(labels(group?.questions?.[0])).toEqual(['Åland', 'Albanien', 'Zypern']);
  const swedish = withCountriesInOrder({ ...form, language: 'sv' });
  expect(labels(swedish.questions[2]?.questions?.[0])).toEqual(['Albanien', 'Zypern', 'Åland']);
});

test('an address names all countries, a form without one none', () => {
  const form = { language: 'de', questions: [{ kind: 'address' }] };
  expect(countriesIn(form).find(({ value }) => value === 'AT')?.label).toBe('Österreich');
  expect(countriesIn({ language: 'de', questions: [{ kind: 'text' }] })).toEqual([]);
});
