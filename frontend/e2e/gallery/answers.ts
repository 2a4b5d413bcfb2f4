/** What is wrong with an answer, by the name of its control. */
export const WRONG = {
  code: 'abc',
  email: 'nobody',
  phone: '12',
  site: 'no site',
  count: '100',
  weight: 'many',
  'price.amount': '1.2345',
  day: '2001-01-01',
  hour: '04:00',
  'address.postcode': '',
  'lines.0.amount': '0',
};
/** The same answers put right, as each language writes numbers. */
export const GOOD = {
  en: { ...good('1,234.5', '48.50') },
  de: { ...good('1.234,5', '48,50') },
};

function good(weight: string, price: string): Record<keyof typeof WRONG, string> {
  return {
    code: 'AB1234',
    email: 'ada@example.com',
    phone: '01 5131515',
    site: 'https://example.com',
    count: '12',
    weight,
    'price.amount': price,
    day: '2099-05-05',
    hour: '09:30',
    'address.postcode': '1010',
    'lines.0.amount': '3',
  };
}
