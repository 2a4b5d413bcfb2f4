import { expect, type Page } from '@playwright/test';

/** Texts of a question, in the two languages of the form. */
type Asked = { kind: string; en: string; de: string; required?: boolean };

const edited = (page: Page) => page.locator('[data-part]');

/** A question at the end of the form. */
export async function ask(page: Page, { kind, en, de, required = true }: Asked) {
  await page.getByRole('button', { name: 'Add a question', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'What kind of question?' });
  await dialog.getByLabel('Search').fill(kind);
  await dialog
    .getByRole('button', { name: new RegExp(`^${kind}`) })
    .first()
    .click();
  const question = edited(page).getByRole('group', { name: 'Question', exact: true });
  await question.getByLabel('English').fill(en);
  await question.getByLabel('German').fill(de);
  if (!required) await edited(page).getByLabel('An answer is required').uncheck();
}

/** A step behind the last one. */
export async function addStep(page: Page, sought: string, action: RegExp) {
  await page
    .getByRole('button', { name: /^Add a step/ })
    .last()
    .click();
  const dialog = page.getByRole('dialog', { name: 'What shall happen?' });
  await dialog.getByLabel('Search').fill(sought);
  await dialog.getByRole('button', { name: action }).click();
  await expect(dialog).toBeHidden();
}

/** Takes what is suggested for the inputs that are still empty. */
export async function suggest(page: Page) {
  await edited(page).getByRole('button', { name: 'Suggest' }).click();
  const dialog = page.getByRole('dialog', { name: 'What could be sent' });
  await dialog.getByRole('button', { name: /^Apply/ }).click();
  await expect(dialog).toBeHidden();
}

const rowOf = (page: Page, input: string) =>
  edited(page).getByRole('group', { name: new RegExp(`^${input} `) });

/** Sends a text, with an answer at its end. */
export async function text(page: Page, input: string, typed: string, item?: RegExp) {
  const row = rowOf(page, input);
  await row.getByLabel(`What is sent as “${input}”`).selectOption('A text');
  await row.getByRole('textbox', { name: `Value of “${input}”` }).click();
  await page.keyboard.type(typed);
  if (!item) return;
  await row.getByRole('button', { name: 'Insert a value' }).click();
  await page.getByRole('dialog').getByRole('button', { name: item }).first().click();
}

/** Takes the step only when an answer is at least this much. */
export async function onlyFrom(page: Page, answer: string, least: string) {
  await edited(page).getByRole('button', { name: 'Add a condition', exact: true }).click();
  await edited(page).getByRole('button', { name: 'Choose what to look at' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${answer}`) })
    .click();
  await edited(page).getByLabel(`How “${answer}” is compared`).selectOption('is at least');
  await edited(page).getByLabel(`With what “${answer}” is compared`).fill(least);
}
