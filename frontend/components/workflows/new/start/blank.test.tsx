import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { parse } from 'yaml';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { serving } from '../../testing/new';
import { NewWorkflow } from '../new-workflow';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => resetRouter({ from: 'blank' }));

const begun = async () => {
  const { user } = renderApp(<NewWorkflow />);
  await user.type(await screen.findByLabelText('Name of the workflow'), 'Café orders');
  return user;
};
const make = () => screen.getByRole('button', { name: 'Make it and open the editor' });

test('an empty one has a form in the chosen languages and goes to the editor', async () => {
  const sent = serving();
  const user = await begun();
  expect(screen.getByLabelText('Short name')).toHaveValue('cafe-orders');
  await user.click(screen.getByLabelText('German'));
  await user.click(make());
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/workflows/leads/edit'));
  expect(parse(String(sent[0]?.body))).toEqual({
    workflow: 'cafe-orders',
    name: 'Café orders',
    form: { address: 'cafe-orders', languages: ['en', 'de'], title: 'Café orders', fields: {} },
    steps: {},
  });
});

test('without a form it has no address', async () => {
  const sent = serving();
  const user = await begun();
  await user.click(screen.getByLabelText('People fill in a form'));
  expect(screen.queryByLabelText('German')).not.toBeInTheDocument();
  await user.click(make());
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(parse(String(sent[0]?.body)).form).toEqual({ title: 'Café orders', fields: {} });
});

test('a short name that is taken is said at its field, and nothing is lost', async () => {
  serving();
  server.use(
    http.post('*/api/v1/workflows', () =>
      HttpResponse.json(
        { title: 'Conflict', detail: 'There is a workflow “cafe-orders” already.' },
        { status: 409 },
      ),
    ),
  );
  const user = await begun();
  await user.click(make());
  expect(await screen.findByText('There is a workflow “cafe-orders” already.')).toBeVisible();
  expect(screen.getByLabelText('Short name')).toBeInvalid();
  expect(screen.getByLabelText('Name of the workflow')).toHaveValue('Café orders');
});

test('a form without a language is not made', async () => {
  const sent = serving();
  const user = await begun();
  await user.click(screen.getByLabelText('English'));
  await user.click(make());
  expect(await screen.findByText('Choose at least one language.')).toBeVisible();
  expect(sent).toEqual([]);
});
