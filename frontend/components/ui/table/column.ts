import type { ReactNode } from 'react';

/** One column of a table: its head, what a row shows in it, and its placeholder. */
export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** The head is heard and not seen: of a column of buttons. */
  headHidden?: boolean;
  /** The cell names its row: `<th scope="row">`. */
  names?: boolean;
  /** The card of a phone says the head before the value. */
  labelled?: boolean;
  /** Of the cells: how they read, and where they stand in a card. */
  className?: string | undefined;
  /** The size of the placeholder. */
  bone?: { width: string; height?: string };
};
