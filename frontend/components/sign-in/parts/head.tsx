import type { ReactNode } from 'react';

/** What the sheet is about. */
export function PageHead({ title, lead, live }: { title: string; lead: string; live?: boolean }) {
  return (
    <>
      <h1>{title}</h1>
      <p className="sign-in-lead" role={live ? 'status' : undefined}>
        {lead}
      </p>
    </>
  );
}

/** Other ways to go on than the form. */
export function OtherWays({ children }: { children: ReactNode }) {
  return <div className="sign-in-other">{children}</div>;
}

/** Small links at the end. */
export function Aside({ children }: { children: ReactNode }) {
  return <p className="sign-in-aside">{children}</p>;
}
