import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { useState } from 'react';
import { renderApp } from '@/lib/testing/render';
import { server } from '@/lib/testing/server';
import { language, speak } from '@/lib/words/languages';
import { useConnectorKinds } from './use-connector-kinds';

const TITLES: Record<string, string> = { en: 'E-mail', de: 'E-Mail' };

function Kinds() {
  return useConnectorKinds().data?.items.map(({ name, title }) => <p key={name}>{title}</p>);
}

/** As the app does when somebody chooses another language. */
function Console() {
  const [spoken, setSpoken] = useState(language());
  const choose = () => {
    speak('de');
    setSpoken('de');
  };
  return (
    <>
      <button onClick={choose}>Deutsch</button>
      <Kinds key={spoken} />
    </>
  );
}

afterEach(() => speak('en'));

test('systems are told in the language of the console, also after it changes', async () => {
  server.use(
    http.get('*/api/v1/connectors', ({ request }) => {
      const wanted = new URL(request.url).searchParams.get('language') ?? '';
      return HttpResponse.json({ items: [{ name: 'email', title: TITLES[wanted] }] });
    }),
  );
  const { user } = renderApp(<Console />);
  expect(await screen.findByText('E-mail')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Deutsch' }));
  expect(await screen.findByText('E-Mail')).toBeVisible();
});
