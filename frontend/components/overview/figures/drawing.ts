import type { Grain } from '@/lib/api/model';
import type { Piece } from './moments';

/** One line or one part of each bar. Patterns and dashes tell them apart without their colours. */
export type Series = {
  key: string;
  label: string;
  color: string;
  look?: 'solid' | 'striped' | 'dotted' | 'dashed';
};

export type Plotted = Piece & { values: Record<string, number | null> };

export type Drawing = {
  kind: 'bars' | 'lines';
  grain: Grain;
  zone: string;
  series: Series[];
  points: Plotted[];
  /** A number as it stands at the axis and in the table. */
  format: (value: number | null | undefined) => string;
  /** The largest value of the axis, where it is known. */
  most?: number;
  /** The list that makes a number; null where there is none. */
  href: (point: Plotted, series: string) => string | null;
};

/** Whether there is anything to see. */
export const isEmpty = ({ points, series }: Drawing): boolean =>
  points.every(({ values }) => series.every(({ key }) => !values[key]));
