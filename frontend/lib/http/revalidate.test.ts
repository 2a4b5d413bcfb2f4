import { refusalOf } from './revalidate';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';
const asked = (over: object = {}) => ({
  method: 'POST',
  headers: { authorization: `Bearer ${SECRET}` },
  body: { slug: 'new-customer' },
  ...over,
});

test('who knows the secret may have a form built anew', () => {
  expect(refusalOf(asked(), SECRET)).toBeNull();
});

test.each(['GET', 'PUT', 'DELETE', 'HEAD', undefined])('%s is no way to ask', (method) => {
  expect(refusalOf(asked({ method }), SECRET)).toMatchObject({ status: 405, allow: 'POST' });
});

test.each([undefined, '', 'short'])('without a secret of its own (%s) nobody may', (secret) => {
  const headers = { authorization: `Bearer ${secret ?? ''}` };
  expect(refusalOf(asked({ headers }), secret)?.status).toBe(503);
});

test.each([
  undefined,
  '',
  'Bearer ',
  SECRET,
  `Basic ${SECRET}`,
  `Bearer ${SECRET}x`,
  `Bearer ${SECRET.slice(1)}`,
  `Bearer ${SECRET.toUpperCase()}`,
])('another secret (%s) is refused', (authorization) => {
  expect(refusalOf(asked({ headers: { authorization } }), SECRET)?.status).toBe(401);
});

test.each([
  undefined,
  null,
  '',
  'new-customer',
  {},
  { slug: 7 },
  { slug: '' },
  { slug: '../t/token' },
  { slug: 'a/b' },
  { slug: 'A' },
  { slug: 'a?b' },
  { slug: 'a\n' },
  { slug: 'a'.repeat(51) },
])('what names no form (%j) is refused', (body) => {
  expect(refusalOf(asked({ body }), SECRET)?.status).toBe(422);
});
