import { inEachLanguage, speak } from './languages';

const words = inEachLanguage({
  en: { title: 'Connections', count: (count: number) => `${count} connections` },
  de: { title: 'Verbindungen', count: (count: number) => `${count} Verbindungen` },
});

afterEach(() => speak('en'));

test('a catalogue answers in the language that is spoken now', () => {
  expect(words.title).toBe('Connections');
  speak('de');
  expect(words.title).toBe('Verbindungen');
  expect(words.count(2)).toBe('2 Verbindungen');
});
