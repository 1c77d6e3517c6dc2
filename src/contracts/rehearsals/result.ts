import { z } from 'zod';
import { Confidence } from '../confidence.ts';
import { AreaCode, CivilDateText, Fen, Id, Instant, MonthText, NextAction, Step } from '../nouns.ts';
import { BedChange } from './beds.ts';
import { Draft, DraftField } from './draft.ts';
import { RehearsalKind, RehearsalStatus, ResultStatus } from './lifecycle.ts';

/** What a draft does to one person, judged over all months looked at together. */
export const OUTCOMES = ['gain', 'enter', 'lose', 'leave', 'mixed', 'open', 'close', 'same', 'none'] as const;
export const Outcome = z.enum(OUTCOMES, { error: '请选一种影响' });
export type Outcome = z.infer<typeof Outcome>;
export const OUTCOME_LABELS = {
  gain: '钱变多',
  enter: '新享受',
  lose: '钱变少',
  leave: '不再享受',
  mixed: '有的月多、有的月少',
  open: '新符合，还没申请',
  close: '没申请过，以后也不符合',
  same: '不变',
  none: '没有待遇',
} as const satisfies Record<Outcome, string>;
/** Those of whom each person is kept, so that every figure opens its people. */
export const CHANGED: readonly Outcome[] = ['gain', 'enter', 'lose', 'leave', 'mixed', 'open', 'close'];

/** By what the people of a result may be grouped; `area` = street within a district, district within the city. */
export const GROUPINGS = ['area', 'band', 'economic', 'ability', 'card', 'living'] as const;
export const Grouping = z.enum(GROUPINGS, { error: '请选一种分组' });
export type Grouping = z.infer<typeof Grouping>;
export const GROUPING_LABELS = {
  area: '街道',
  band: '年龄',
  economic: '困难情况',
  ability: '失能情况',
  card: '残疾证',
  living: '居住方式',
} as const satisfies Record<Grouping, string>;

const Sum = z.object({ people: z.int(), oldFen: Fen, newFen: Fen, openOldFen: Fen, openNewFen: Fen });
export const Cell = z.object({
  key: z.string(),
  label: z.string(),
  people: z.int(),
  outcomes: z.partialRecord(Outcome, Sum),
});
export type Cell = z.infer<typeof Cell>;

/** One month of the whole area, fen. `expected`: with the deaths assumed and new applications at the present rate. */
export const MonthLine = z.object({
  month: MonthText,
  oldFen: Fen,
  newFen: Fen,
  oldPeople: z.int(),
  newPeople: z.int(),
  openOldFen: Fen,
  openNewFen: Fen,
  expectedOldFen: Fen,
  expectedNewFen: Fen,
  cityOldFen: Fen,
  cityNewFen: Fen,
});
export type MonthLine = z.infer<typeof MonthLine>;

/** A place where one step costs money: what a step, and what it costs under the law in force and under the draft. */
export const Cliff = z.object({
  key: z.string(),
  sentence: z.string(),
  oldLossFen: Fen,
  newLossFen: Fen,
  people: z.int(),
  /** new = only under the draft; deeper or milder than now; same; gone = the draft does away with it. */
  change: z.enum(['new', 'deeper', 'same', 'milder', 'gone']),
  /** Its people are kept where the draft changed it. */
  opens: z.boolean(),
});
export type Cliff = z.infer<typeof Cliff>;

export const Assumption = z.object({ label: z.string(), value: z.string(), confidence: Confidence });
export type Assumption = z.infer<typeof Assumption>;

/** What payers (districts of 户籍) spend over the months looked at. */
export const PayerLine = z.object({
  areaCode: AreaCode,
  areaName: z.string(),
  oldFen: Fen,
  newFen: Fen,
  cityOldFen: Fen,
  cityNewFen: Fen,
});
export type PayerLine = z.infer<typeof PayerLine>;

export const RehearsalResult = z.object({
  ranAt: Instant,
  people: z.int(),
  problems: z.int(),
  changedPeople: z.int(),
  sentences: z.array(z.string()),
  months: z.array(MonthLine),
  payers: z.array(PayerLine),
  cliffs: z.array(Cliff),
  /** 补床头 → 补人头 only. */
  beds: BedChange.nullable(),
  assumptions: z.array(Assumption),
  /** The fingerprints of law, register and answer: equal inputs give the equal answer again. */
  lawMark: z.string(),
  registerMark: z.string(),
  resultMark: z.string(),
  /** Sentences saying what has moved since; empty = still true. */
  stale: z.array(z.string()),
});
export type RehearsalResult = z.infer<typeof RehearsalResult>;

export const RehearsalRow = z.object({
  id: Id,
  kind: RehearsalKind,
  name: z.string(),
  areaCode: AreaCode,
  areaName: z.string(),
  status: RehearsalStatus,
  resultStatus: ResultStatus,
  startsMonth: MonthText,
  months: z.int(),
  changedPeople: z.int().nullable(),
  differenceFen: Fen.nullable(),
  madeBy: z.string(),
  madeAt: Instant,
  dueOn: CivilDateText.nullable(),
});
export type RehearsalRow = z.infer<typeof RehearsalRow>;

/** One changed value in words: label, before, after. */
export const ChangeLine = z.object({
  field: z.string(),
  group: z.string(),
  label: z.string(),
  before: z.string(),
  after: z.string(),
  documentNumber: z.string(),
  clause: z.string(),
  confidence: Confidence,
});
export type ChangeLine = z.infer<typeof ChangeLine>;

export const Rehearsal = RehearsalRow.extend({
  draft: Draft,
  changeLines: z.array(ChangeLine),
  runId: Id.nullable(),
  result: RehearsalResult.nullable(),
  submittedBy: z.string().nullable(),
  signedBy: z.string().nullable(),
  signedAt: Instant.nullable(),
  decision: z.string().nullable(),
  mayEdit: z.boolean(),
  /** Why the caller may not edit or run it, when so. */
  lockedBecause: z.string().nullable(),
  steps: z.array(Step),
  nextActions: z.array(NextAction),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** One person behind a figure; money summed over the months looked at, and in the first month that differs. */
export const RehearsedPerson = z.object({
  elderId: Id,
  elderName: z.string(),
  areaName: z.string(),
  bornOn: CivilDateText,
  outcome: Outcome,
  firstMonth: MonthText.nullable(),
  oldMonthFen: Fen,
  newMonthFen: Fen,
  oldFen: Fen,
  newFen: Fen,
  openOldFen: Fen,
  openNewFen: Fen,
});
export type RehearsedPerson = z.infer<typeof RehearsedPerson>;

export const DraftForm = z.object({ month: MonthText, fields: z.array(DraftField), bedFields: z.array(DraftField) });
