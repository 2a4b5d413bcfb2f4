import '@/styles/global.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { NextPage } from 'next';
import type { AppProps } from 'next/app';
import Head from 'next/head';
import { useEffect, useState } from 'react';
import { ConsoleFrame } from '@/components/layouts/console-frame';
import { SessionKeeper } from '@/components/sign-in/again/session-keeper';
import { ErrorBoundary } from '@/components/ui/error-boundary/error-boundary';
import { COLOR_SCHEME_KEY } from '@/lib/config/color-scheme';
import { CONSOLE } from '@/lib/config/first-requests';
import { useLanguage } from '@/lib/hooks/person/use-language';
import { SpokenContext } from '@/lib/words/spoken';
import { makeQueryClient } from '@/lib/config/query';
import { useTakeOver } from '@/lib/early/use-take-over';
import { startTelemetry } from '@/lib/config/reporting/telemetry';
import { startVitals } from '@/lib/config/reporting/vitals';
import { theme } from '@/lib/config/theme';
import { mono, sans, sansExtended } from '@/styles/fonts';

const colorScheme = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY });

const families = `:root{--sans:${sans.style.fontFamily},${sansExtended.style.fontFamily},system-ui,sans-serif;--mono:${mono.style.fontFamily},ui-monospace,monospace}`;

/** A page that is complete HTML with a script of its own, and takes nothing from the application. */
type LightPage = NextPage & { light?: true };

export default function App(props: AppProps) {
  const Component: LightPage = props.Component;
  return Component.light ? <Component {...props.pageProps} /> : <Application {...props} />;
}

function Application({ Component, pageProps, router }: AppProps) {
  const [client] = useState(makeQueryClient);
  const { language, spoken, settled } = useLanguage();
  useTakeOver(settled && router.isReady);
  useEffect(() => {
    startTelemetry();
    startVitals(CONSOLE.test(router.pathname) ? 'console' : 'sign-in');
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the page that was asked for
  }, []);
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style dangerouslySetInnerHTML={{ __html: families }} />
      </Head>
      <QueryClientProvider client={client}>
        <SpokenContext value={spoken}>
          <ErrorBoundary>
            {/* A page says everything anew in another language, also what it remembers. */}
            <Component key={language} {...pageProps} />
          </ErrorBoundary>
          {CONSOLE.test(router.pathname) && (
            <>
              <ConsoleFrame />
              <SessionKeeper />
            </>
          )}
        </SpokenContext>
      </QueryClientProvider>
    </MantineProvider>
  );
}
