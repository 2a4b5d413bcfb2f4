import { Fragment, type ReactNode } from 'react';

const PLACE = /\{(\w+)\}/;

type Props = {
  /** Words with places in them: "Sent to {email}." A language may order them as it needs. */
  text: string;
  parts: Record<string, ReactNode>;
};

/** A sentence of which some parts are more than text: a link, a time, an emphasis. */
export function Phrase({ text, parts }: Props) {
  // Every second piece is the name of a place.
  return text
    .split(PLACE)
    .map((piece, index) => (
      <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>
    ));
}
