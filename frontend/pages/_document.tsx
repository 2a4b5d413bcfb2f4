import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Document, { Head, Html, Main, NextScript } from 'next/document';
import { KEEP_SCRIPT } from '@/lib/early/keep';
import { ASK_EARLY_SCRIPT, ASKS_EARLY } from '@/lib/config/asked-early';
import { COLOR_SCHEME_SCRIPT } from '@/lib/config/color-scheme';
import { SHEET, SHEETS_SCRIPT } from '@/lib/config/inline-styles';
import { firstRequests } from '@/lib/config/first-requests';
import { LANGUAGE_SCRIPT } from '@/lib/words/preference';

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

type Files = Parameters<Head['getCssLinks']>[0];

/**
 * The head of a page that is built once and runs none of Next's script: its styles stand in it, so
 * that the first paint asks for nothing more. While developing they are still asked for.
 */
class WholeHead extends Head {
  override getCssLinks(files: Files) {
    if (process.env.NODE_ENV !== 'production') return super.getCssLinks(files);
    const sheets = files.allFiles.filter((file) => file.endsWith('.css'));
    return sheets.map((file) => (
      <style
        key={file}
        {...{ [SHEET]: `/_next/${file}` }}
        dangerouslySetInnerHTML={{ __html: stylesIn(file) }}
      />
    ));
  }
}

/** The head of a console page: its styles stand in it as well, and Next's script is told which. */
class SwiftHead extends WholeHead {
  override getCssLinks(files: Files) {
    if (process.env.NODE_ENV !== 'production') return super.getCssLinks(files);
    return [
      ...(super.getCssLinks(files) ?? []),
      <script key="sheets" dangerouslySetInnerHTML={{ __html: SHEETS_SCRIPT }} />,
    ];
  }
}

/** A stylesheet of the build; the fonts that it names are no longer beside it. */
function stylesIn(file: string): string {
  const text = readFileSync(join(process.cwd(), '.next', file), 'utf8');
  return text.replaceAll('../media/', '/_next/static/media/');
}

/** `unstable_runtimeJS: false` holds in production alone; this leaves Next's script out in both. */
class NoScript extends NextScript {
  override render() {
    this.context.docComponentsRendered.NextScript = true;
    return <></>;
  }
}

const LIGHT_PAGES = new Set([
  '/confirm/[token]',
  '/f/[slug]',
  '/t/[token]',
  '/workflows/[slug]/form',
]);
const WHOLE_PAGES = new Set(['/', '/with-demo', '/sign-in']);
/** Pages without a script that could say them in another language. */
const FIXED_PAGES = new Set([...LIGHT_PAGES, '/', '/with-demo']);

/** While developing, Next.js hides a page until its own script runs: here none does. */
const SHOWN = 'body{display:block!important}';

export default class WaybillDocument extends Document {
  override render() {
    const { page, props } = this.props.__NEXT_DATA__;
    const { spoken } = (props as { pageProps?: Spoken }).pageProps ?? {};
    const light = LIGHT_PAGES.has(page);
    const whole = WHOLE_PAGES.has(page);
    const Top = light ? LightHead : whole ? WholeHead : SwiftHead;
    const Scripts = light || whole ? NoScript : NextScript;
    return (
      <Html
        lang={spoken?.language ?? 'en'}
        {...(spoken ? { dir: spoken.direction } : {})}
        suppressHydrationWarning
      >
        <Top>
          <script dangerouslySetInnerHTML={{ __html: COLOR_SCHEME_SCRIPT }} />
          {!FIXED_PAGES.has(page) && (
            <script dangerouslySetInnerHTML={{ __html: LANGUAGE_SCRIPT }} />
          )}
          {!FIXED_PAGES.has(page) && !whole && (
            <script dangerouslySetInnerHTML={{ __html: KEEP_SCRIPT }} />
          )}
          {whole && process.env.NODE_ENV === 'development' && <style>{SHOWN}</style>}
          {!light &&
            firstRequests(page).map((address) => (
              <link key={address} rel="preload" as="fetch" href={address} crossOrigin="anonymous" />
            ))}
          {ASKS_EARLY.has(page) && (
            <script dangerouslySetInnerHTML={{ __html: ASK_EARLY_SCRIPT }} />
          )}
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
