import { act, render, screen } from '@testing-library/react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { inEachLanguage, speak } from '@/lib/words/languages';
import { prefer } from '@/lib/words/preference';
import { useLanguage } from './use-language';

const words = inEachLanguage({ en: { title: 'Members' }, de: { title: 'Mitglieder' } });
const ROOT = document.documentElement;

function App() {
  const { spoken } = useLanguage();
  return (
    <>
      <h1>{words.title}</h1>
      <p>{spoken.justNow}</p>
    </>
  );
}

afterEach(() => {
  act(() => prefer({ language: null, timeZone: null }));
  speak('en');
});

test('what was served is taken over, and shown when it is said in the right language', () => {
  const served = document.createElement('div');
  served.innerHTML = renderToString(<App />);
  expect(served.querySelector('h1')).toHaveTextContent('Members');
  prefer({ language: 'de', timeZone: 'Asia/Tokyo' });
  ROOT.setAttribute('data-awaits-words', '');
  const complaints: unknown[] = [];
  act(() => {
    hydrateRoot(served, <App />, { onRecoverableError: (each) => complaints.push(each) });
  });
  expect(complaints).toEqual([]);
  expect(served.querySelector('h1')).toHaveTextContent('Mitglieder');
  expect(served.querySelector('p')).toHaveTextContent('gerade eben');
  expect(ROOT.lang).toBe('de');
  expect(ROOT).not.toHaveAttribute('data-awaits-words');
});

test('another language is spoken from then on', () => {
  render(<App />);
  expect(screen.getByRole('heading')).toHaveTextContent('Members');
  act(() => prefer({ language: 'de', timeZone: null }));
  expect(screen.getByRole('heading')).toHaveTextContent('Mitglieder');
  expect(ROOT.lang).toBe('de');
});
