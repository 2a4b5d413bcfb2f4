import expressions from '.';

const value = (
  source: string,
  input: Record<string, unknown> = {},
  row?: Record<string, unknown>,
) => expressions.evaluate(source, { input, ...(row && { row }) });

test('whole numbers are int, decimals are text', () => {
  expect(value('input.count / 2', { count: 7 })).toEqual({ known: true, value: 3 });
  expect(value('decimal.multiply(input.price, 3)', { price: '19.90' })).toEqual({
    known: true,
    value: '59.70',
  });
});

test('an absent answer is null, and so is a part of it', () => {
  const absent = { phone: null, address: null };
  expect(value('has(input.phone)', absent)).toEqual({ known: true, value: false });
  expect(value("input.address.city != 'Wien'", absent)).toEqual({ known: true, value: true });
  expect(value("coalesce(input.address.city, input.phone, 'none')", absent)).toEqual({
    known: true,
    value: 'none',
  });
});

test('coalesce sees what the macros around it name, and goes on where something is missing', () => {
  const lines = [{ note: null }, { note: 'fragile' }];
  expect(value("input.lines.map(line, coalesce(line.note, '-'))", { lines })).toEqual({
    known: true,
    value: ['-', 'fragile'],
  });
  expect(value('coalesce(input.lines[7].note, input.wrong, 1)', { lines })).toEqual({
    known: true,
    value: 1,
  });
});

test('records compare, and are gone through, as a whole', () => {
  const answers = { one: { city: 'Wien', no: 1 }, other: { city: 'Wien', no: 1 } };
  expect(value('input.one == input.other', answers)).toEqual({ known: true, value: true });
  expect(value('input.one.exists(key, key == "no")', answers)).toEqual({
    known: true,
    value: true,
  });
});

test('what cannot be computed has failed; what only the server knows is not known', () => {
  expect(value('input.count / 0', { count: 1 })).toMatchObject({ known: true, failed: true });
  expect(value("phone(input.phone, 'AT')", { phone: '1' })).toEqual({ known: false });
  expect(value('lookup(tables.regions, input.country)', { country: 'AT' })).toEqual({
    known: false,
  });
  expect(value('input.?phone.orValue("x")', {})).toEqual({ known: false });
});
