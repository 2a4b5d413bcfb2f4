import { Head, Html, Main, NextScript } from 'next/document';
import { COLOR_SCHEME_SCRIPT } from '@/lib/config/color-scheme';

export default function Document() {
  return (
    <Html lang="en" suppressHydrationWarning>
      <Head>
        <script dangerouslySetInnerHTML={{ __html: COLOR_SCHEME_SCRIPT }} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f4ee" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121519" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}
