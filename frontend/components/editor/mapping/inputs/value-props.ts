import type { ComponentType } from 'react';
import type { Place } from '../../store/place';
import type { Input } from '../schema/inputs';
import type { Mode } from '../schema/modes';

export type RowProps = {
  place: Place;
  input: Input;
  /** The slug of the step's connection. */
  connection: string;
};

export type ValueProps = RowProps & {
  mode: Mode;
  value: unknown;
  error: string;
  onChange: (value: unknown) => void;
  /** Draws the inputs inside this one. */
  Row: ComponentType<RowProps>;
};
