export type Looks = {
  /** The second way on, next to the first. */
  quiet?: boolean | undefined;
  small?: boolean | undefined;
};

export function buttonClass({ quiet, small }: Looks): string {
  return ['button', quiet && 'button-quiet', small && 'button-small'].filter(Boolean).join(' ');
}
