import type { ReactNode } from 'react';

export type SectionName =
  'overview' | 'submissions' | 'workflows' | 'connections' | 'callbacks' | 'alerts' | 'settings';

/** Drawn in a 20 × 20 box, with the strokes of our other marks. */
const DRAWINGS: Record<SectionName, ReactNode> = {
  overview: <path d="M3 16.5V10m4.7 6.5v-12m4.6 12v-8m4.7 8V6.5" />,
  submissions: <path d="M5 2.8h7.2L15.5 6v11.2H5zM8 8h4.5M8 11h4.5M8 14h2.5" />,
  workflows: (
    <>
      <path d="M5 6.8v8h8" />
      <circle cx="5" cy="4.6" r="2.2" />
      <circle cx="15.2" cy="14.8" r="2.2" />
    </>
  ),
  connections: (
    <path d="M8.4 11.6a3.4 3.4 0 0 0 4.8 0l2.8-2.8A3.4 3.4 0 0 0 11.2 4l-.9.9M11.6 8.4a3.4 3.4 0 0 0-4.8 0L4 11.2A3.4 3.4 0 0 0 8.8 16l.9-.9" />
  ),
  callbacks: <path d="M16.5 14.5v-2A4.5 4.5 0 0 0 12 8H3.8m3.8-4L3.5 8l4.1 4" />,
  alerts: (
    <path d="M10 2.8a4.6 4.6 0 0 0-4.6 4.6c0 4-1.6 5.6-1.6 5.6h12.4s-1.6-1.6-1.6-5.6A4.6 4.6 0 0 0 10 2.8ZM8.4 16.2a1.7 1.7 0 0 0 3.2 0" />
  ),
  settings: (
    <>
      <path d="M2.8 6h8m4.6 0h1.8M2.8 14h1.8m4.6 0h8" />
      <circle cx="13.1" cy="6" r="2.2" />
      <circle cx="6.9" cy="14" r="2.2" />
    </>
  ),
};

/** The mark of a section; its word stands beside it. */
export function SectionIcon({ section }: { section: SectionName }) {
  return (
    <svg
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {DRAWINGS[section]}
    </svg>
  );
}
