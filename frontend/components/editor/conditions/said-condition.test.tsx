import { screen } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import { SaidCondition } from './said-condition';

const DEFINITION = {
  workflow: 'leads',
  name: 'Leads',
  form: {
    title: 'Leads',
    fields: { country: { kind: 'country', label: 'Where are you?' } },
  },
  steps: {},
};

test.each([
  ["${{ input.country == 'AT' }}", 'Where are you? is Austria', 'SPAN'],
  ['${{ size(input.country) > 2 && now() }}', 'size(input.country) > 2 && now()', 'CODE'],
])('%s reads “%s”', (when, said, element) => {
  renderApp(<SaidCondition definition={DEFINITION} when={when} />);
  expect(screen.getByText(said).tagName).toBe(element);
});

test('of a definition that cannot be walked through, the expression is shown', () => {
  renderApp(<SaidCondition definition={{ steps: {} }} when="${{ input.country == 'AT' }}" />);
  expect(screen.getByText("input.country == 'AT'").tagName).toBe('CODE');
});
