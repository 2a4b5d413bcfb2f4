import { code39 } from './code39';

test('a reference becomes bars, framed by start and stop', () => {
  const code = code39('WB-7');
  expect(code?.bars).toHaveLength(6 * 5);
});

test('what Code 39 cannot say is not drawn', () => {
  expect(code39('ä')).toBeNull();
});
