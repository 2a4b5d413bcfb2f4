import { ApiError, unreachable } from '@/lib/http/api-error';
import { readProblem } from '@/lib/http/problem';
import { awayWords } from './away-words';
import { troubleOf } from './trouble-of';

const asked = (accepts: string, more = {}) => ({
  headers: { 'accept-language': accepts },
  ...more,
});

test.each([
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['it,fr;q=0.3,es;q=0.7', 'es'],
  ['DE-at', 'de'],
  ['de;q=0, fr', 'fr'],
  ['zz', 'en'],
  ['', 'en'],
  ['*;q=broken,,;;', 'en'],
  ['__proto__,constructor', 'en'],
])('who accepts %p reads %s', (accepts, language) => {
  expect(awayWords(accepts).language).toBe(language);
});

test('an API that does not answer is told in the language of the visitor', () => {
  const { status, props } = troubleOf(unreachable(null), asked('de-CH'), 'submission', '/t/abc');
  expect(status).toBe(502);
  expect(props.spoken).toEqual({ language: 'de', direction: 'ltr' });
  expect(props.trouble.passing).toMatchObject({
    words: { title: 'Diese Seite ist gerade nicht verfügbar', again: 'Noch einmal versuchen' },
    again: '/t/abc',
  });
  expect(props.trouble.detail).toContain('in einer Minute');
});

test('the language of the address comes before those of the browser', () => {
  const { props } = troubleOf(unreachable(null), asked('de', { language: 'fr' }), 'form', '/');
  expect(props.spoken.language).toBe('fr');
});

test('whoever sent something is told that it was not sent, and no link leads away from it', () => {
  const { props } = troubleOf(
    unreachable(null),
    asked('en', { method: 'POST' }),
    'form',
    '/f/visit',
  );
  expect(props.trouble.detail).toContain('were not sent');
  expect(props.trouble.passing?.again).toBeNull();
});

test('a gateway without words is told in the words that are kept here', () => {
  const error = new ApiError(readProblem('<html>', { status: 504, requestId: 'r-1' }));
  const { status, props } = troubleOf(error, asked('es'), 'submission', '/t/abc');
  expect(status).toBe(504);
  expect(props.trouble.detail).toContain('dentro de un minuto');
  expect(props.trouble.passing?.requestId).toBe('r-1');
});

test('what the API says is said as it says it', () => {
  const body = { code: 'not_found', detail: 'Es gibt hier kein Formular.' };
  const error = new ApiError(readProblem(body, { status: 404, requestId: null }));
  const { status, props } = troubleOf(error, asked('de'), 'form', '/f/none');
  expect(status).toBe(404);
  expect(props.trouble).toEqual({ detail: 'Es gibt hier kein Formular.', passing: null });
});

test.each([
  ['form', 'kein Formular'],
  ['submission', 'keine Einsendung'],
  ['confirmation', 'Dieser Link'],
] as const)(
  'an address that is none of a %s is told so, and not as a bad input',
  (subject, text) => {
    const body = { code: 'invalid_input', detail: 'Some of the input was refused; see errors.' };
    const error = new ApiError(readProblem(body, { status: 422, requestId: null }));
    const { status, props } = troubleOf(error, asked('de'), subject, '/');
    expect(status).toBe(404);
    expect(props.trouble).toEqual({ detail: expect.stringContaining(text), passing: null });
  },
);
