/** What the file questions of a form need of it. */
export type FormContext = {
  slug: string;
  /** The version that the page was drawn from. */
  version: number;
  ticket: () => Promise<string>;
  /** Tells how many files of a question are still on their way. */
  onUploading: (field: string, count: number) => void;
};
