import Head from 'next/head';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { PageAssets } from '@/lib/config/light-assets';

type Props = {
  title: string;
  assets: PageAssets;
  /** What the page's own script makes alive, and from what; null where there is nothing for it. */
  island: { rootId: string; propsId: string; props: unknown } | null;
  head?: ReactElement;
  children: ReactNode;
};

/** A page that is complete HTML with its styles in it, and runs one script of its own. */
export function LightPage({ title, assets, island, head, children }: Props) {
  return (
    <>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: assets.styles }} />
        {island &&
          assets.preload.map((address) => (
            <link key={address} rel="modulepreload" href={address} />
          ))}
        {island && <script type="module" src={assets.script} defer />}
      </Head>
      {head && <Head>{unwrapped(head)}</Head>}
      <div id={island?.rootId}>{children}</div>
      {island && (
        <script
          id={island.propsId}
          type="application/json"
          dangerouslySetInnerHTML={{
            __html: JSON.stringify(island.props).replaceAll('<', '\\u003c'),
          }}
        />
      )}
    </>
  );
}

/** Next.js reads the elements of a head as they are, and none inside a fragment's child. */
function unwrapped(head: ReactElement): ReactNode {
  return head.type === Fragment ? (head.props as { children: ReactNode }).children : head;
}
