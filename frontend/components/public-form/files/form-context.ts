/** What the file questions of a form need of it. */
export type FormContext = {
  slug: string;
  ticket: () => Promise<string>;
  /** Tells how many files of a question are still on their way. */
  onUploading: (field: string, count: number) => void;
};
