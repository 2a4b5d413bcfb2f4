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

/** The sales that Tryton has of the customer with this address. */
export async function sales(email: string): Promise<Sale[]> {
  const fields = ['description', 'untaxed_amount', 'lines.quantity', 'lines.unit_price'];
  const query = new URLSearchParams({
    d: encoded([['party.contact_mechanisms.value', '=', email]]),
  });
  for (const field of [...fields, 'lines.product.code']) query.append('f', field);
  const company = Number(given('TRYTON_COMPANY'));
  const answer = await fetch(
    `${given('TRYTON_URL')}/${given('TRYTON_DATABASE')}/rest/model/sale.sale?${query}`,
    {
      headers: {
        authorization: `Bearer ${given('TRYTON_VERIFY_KEY')}`,
        'x-tryton-context': encoded({ company, companies: [company] }),
      },
    },
  );
  expect(answer.status).toBe(200);
  return (await answer.json()) as Sale[];
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
