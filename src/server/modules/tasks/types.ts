/** A figure of a progress sentence that an indicator computes: where it stands (quote) and what was written. */
export type RecognisedFigure = { code: string; quote: string; value: number };

export type NewUnit = { name: string; role: 'lead' | 'cooperating' | null; group: boolean };

export type NewTarget = {
  quote: string;
  value: number;
  unit: string;
  op: '=' | '>=' | '<=' | '<' | '>' | '~';
  deadline: string | null;
  indicatorCode: string | null;
};

/** A reviewed measure or table row, ready to become a task. */
export type NewTask = {
  /** agreement = a task of a signed agreement, whose id is the source's documentId. */
  kind: 'measure' | 'progress-row' | 'agreement';
  number: string;
  sortNo: number;
  title: string;
  text: string;
  units: NewUnit[];
  /** The deadline, where it is said apart from a target. */
  dueOn?: string | null;
  targets: NewTarget[];
  progress: { number: number; text: string; figures: RecognisedFigure[] }[];
};

/** The document the tasks come from; `areaCode` is the area it binds. */
export type TaskSource = {
  documentId: string;
  title: string;
  number: string | null;
  areaCode: string;
  period: string | null;
};
