import { expect, type Browser, type Page } from '@playwright/test';
import { signIn } from './support';

/** A form of the test's own, published by the operator of the demonstration. Returns its path. */
export async function publishForm(
  browser: Browser,
  definition: (slug: string) => string,
  protection?: Record<string, unknown>,
): Promise<string> {
  const slug = `e2e-${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
  // Whatever the tests themselves switch off, and whatever language they read.
  const page = await browser.newPage({ javaScriptEnabled: true, locale: 'en-GB' });
  await signIn(page);
  await call(page, 'POST', '/api/v1/workflows', definition(slug), 'application/yaml');
  await call(page, 'POST', `/api/v1/workflows/${slug}/publish`);
  if (protection)
    await call(page, 'PUT', `/api/v1/workflows/${slug}/protection`, JSON.stringify(protection));
  await page.close();
  return `/f/${slug}`;
}

/** Asks the API as the person who is signed in on a page. */
export async function call(
  page: Page,
  method: string,
  path: string,
  body = '',
  type = 'application/json',
) {
  const answer = await page.evaluate(
    async (request) => {
      const token = /csrftoken=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const response = await fetch(request.path, {
        method: request.method,
        headers: { 'Content-Type': request.type, 'X-CSRFToken': decodeURIComponent(token) },
        ...(request.body ? { body: request.body } : {}),
      });
      return { status: response.status, text: await response.text() };
    },
    { method, path, body, type },
  );
  expect(answer.status, answer.text).toBeLessThan(300);
}

/** A form with every kind of question, on two pages, in two languages, with a condition. */
export const everyKind = (slug: string) => `
workflow: ${slug}
name: Every kind
form:
  address: ${slug}
  languages: [en, de]
  title: {en: Every kind, de: Jede Art}
  fields:
    name: {kind: text, label: {en: Name, de: Name}, max_length: 60}
    story: {kind: multiline, label: Story, required: false}
    email: {kind: email, label: E-mail}
    phone: {kind: phone, label: Phone, region: AT, required: false}
    site: {kind: url, label: Web site, required: false}
    count: {kind: integer, label: Count, minimum: 1, maximum: 99}
    weight: {kind: decimal, label: {en: Weight, de: Gewicht}}
    price: {kind: money, label: Price, currencies: [EUR, USD]}
    day: {kind: date, label: Day}
    hour: {kind: time, label: Hour, required: false}
    moment: {kind: datetime, label: Moment, zone: Europe/Vienna}
    express: {kind: boolean, label: "Express?"}
    reason: {kind: text, label: Why so fast, show_if: "\${{ input.express }}"}
    terms: {kind: consent, label: I agree, text: These are the terms.}
    colour: {kind: choice, label: Colour, choices: [{value: red, label: Red}, {value: blue, label: Blue}]}
    extras: {kind: choices, label: Extras, choices: [{value: a, label: Extra A}, {value: b, label: Extra B}]}
    country: {kind: country, label: Country}
    address: {kind: address, label: Address}
    stars: {kind: rating, label: Stars}
    sign: {kind: signature, label: Signature}
    docs: {kind: file, label: Documents, accept: [pdf, txt], max_files: 2}
    source: {kind: hidden, query: utm, required: false}
    lines:
      kind: group
      label: Lines
      row_label: Line
      maximum: 3
      fields:
        part: {kind: text, label: Part}
        amount: {kind: integer, label: Amount, minimum: 1}
        gift: {kind: boolean, label: "Gift?", required: false}
    total: {kind: calculated, label: Lines in all, type: integer, value: "\${{ size(input.lines) }}"}
  pages:
    - {title: Who, fields: [name, story, email, phone, site, count, weight, price]}
    - {title: What, fields: [day, hour, moment, express, reason, terms, colour, extras, country, address, stars, sign, docs, source, lines, total]}
steps:
  mail:
    title: Telling the team
    use: mail/email.send
    with:
      to: \${{ input.email }}
      subject: Every kind
      text: \${{ input.name }}
`;
