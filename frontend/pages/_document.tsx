import Document, { Head, Html, Main, NextScript } from 'next/document';
import { COLOR_SCHEME_SCRIPT } from '@/lib/config/color-scheme';

/** What a page says of itself to the document around it. */
type Spoken = { spoken?: { language: string; direction: 'ltr' | 'rtl' } };

/** The head of a page that brings its own styles: none of the application's. */
class LightHead extends Head {
  override render() {
    this.context.docComponentsRendered.Head = true;
    return (
      <head>
        {this.context.head}
        {this.props.children}
      </head>
    );
  }
}

/** `unstable_runtimeJS: false` holds in production alone; this leaves Next's script out in both. */
class NoScript extends NextScript {
  override render() {
    this.context.docComponentsRendered.NextScript = true;
    return <></>;
  }
}

const LIGHT_PAGES = new Set(['/f/[slug]', '/t/[token]']);

export default class WaybillDocument extends Document {
  override render() {
    const { page, props } = this.props.__NEXT_DATA__;
    const { spoken } = (props as { pageProps?: Spoken }).pageProps ?? {};
    const light = LIGHT_PAGES.has(page);
    const Top = light ? LightHead : Head;
    const Scripts = light ? NoScript : NextScript;
    return (
      <Html
        lang={spoken?.language ?? 'en'}
        {...(spoken ? { dir: spoken.direction } : {})}
        suppressHydrationWarning
      >
        <Top>
          <script dangerouslySetInnerHTML={{ __html: COLOR_SCHEME_SCRIPT }} />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f4ee" />
          <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#121519" />
        </Top>
        <body>
          <Main />
          <Scripts />
        </body>
      </Html>
    );
  }
}
