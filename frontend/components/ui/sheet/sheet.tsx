import type { ReactNode } from 'react';

/** A sheet of paper: the surface that a form or a waybill is printed on. */
export function Sheet({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <section className="w-sheet" {...(label ? { 'aria-label': label } : {})}>
      {children}
    </section>
  );
}

/** A part of a sheet, torn off from the one above by a perforated line. */
export function SheetPart({ children }: { children: ReactNode }) {
  return <div className="w-part">{children}</div>;
}
