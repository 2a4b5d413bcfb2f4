import { expect } from '@playwright/test';

type Sale = {
  description: string;
  untaxed_amount: { decimal: string };
  lines: { quantity: number; unit_price: { decimal: string }; product: { code: string } }[];
};

const given = (name: string) => process.env[name] ?? '';

/** As Tryton reads it: with the padding that Node's own `base64url` leaves out. */
const encoded = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64').replaceAll('+', '-').replaceAll('/', '_');

/** The records of a model whose customer has this address, as Tryton has them. */
async function recordsOf<Record>(model: string, email: string, fields: string[]) {
  const query = new URLSearchParams({
    d: encoded([['party.contact_mechanisms.value', '=', email]]),
  });
  for (const field of fields) query.append('f', field);
  const company = Number(given('TRYTON_COMPANY'));
  const answer = await fetch(
    `${given('TRYTON_URL')}/${given('TRYTON_DATABASE')}/rest/model/${model}?${query}`,
    {
      headers: {
        authorization: `Bearer ${given('TRYTON_VERIFY_KEY')}`,
        'x-tryton-context': encoded({ company, companies: [company] }),
      },
    },
  );
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record[];
}

/** The sales that Tryton has of the customer with this address. */
export function sales(email: string): Promise<Sale[]> {
  const fields = ['description', 'untaxed_amount', 'lines.quantity', 'lines.unit_price'];
  return recordsOf('sale.sale', email, [...fields, 'lines.product.code']);
}

/** What the opportunities of that customer are about. */
export async function opportunities(email: string): Promise<string[]> {
  const found = recordsOf<{ description: string }>('sale.opportunity', email, ['description']);
  return (await found).map(({ description }) => description);
}

/** Its lines in a few words, by product. */
export const linesOf = (sale: Sale | undefined) =>
  (sale?.lines ?? [])
    .map((line) => `${line.quantity} ${line.product.code} at ${Number(line.unit_price.decimal)}`)
    .sort();

export async function mails(to: string): Promise<{ subject: string; text: string }[]> {
  const address = `http://127.0.0.1:${given('MAILBOX_PORT')}/messages`;
  return (await (await fetch(`${address}?to=${encodeURIComponent(to)}`)).json()) as {
    subject: string;
    text: string;
  }[];
}
