/** A paragraph, or a table with widths in percent; a cell may have several lines. */
export type PaperBlock =
  | { text: string; align?: 'right'; indent?: boolean; table?: never }
  | { table: string[][]; widths: number[]; headed?: boolean; text?: never };

/** One document on A4, composed once; write-docx.ts and write-pdf.ts only draw it. */
export type Paper = { head?: string; title: string; blocks: readonly PaperBlock[]; landscape?: boolean };

export const PAPER_FORMATS = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];
