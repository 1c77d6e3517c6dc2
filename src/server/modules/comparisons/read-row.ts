import {
  type ComparedField,
  type ComparisonKind,
  FIELDS_OF,
  isSignalTopic,
  NEEDS_PERIOD,
  type SignalFacts,
} from '#contracts/comparison-kinds.ts';
import type { CorrectionChange } from '#contracts/elders/corrections.ts';
import { readCell, type Sought } from '#modules/elders/index.ts';
import type { Cell, Row } from '#platform/tables/table-file.ts';
import type { CivilDate } from '#shared/dates.ts';
import { readIdentityNumber } from '#shared/identity-number.ts';

export type ReadRow = Sought & {
  number: number;
  fault: string | null;
  /** Of a signal topic only. */
  facts: SignalFacts | null;
  period: string | null;
  sourceNumber: string | null;
};

type Of = { kind: ComparisonKind; mapping: readonly (ComparedField | null)[]; today: CivilDate };

/** A row of another department by the rules of its cells; `fault` is the first thing that cannot be read. */
export function readRow(row: Row, of: Of): ReadRow {
  const values: Partial<Record<ComparedField, unknown>> = {};
  let fault: string | null = null;
  for (const [i, field] of of.mapping.entries()) {
    if (field === null) continue;
    const read = readField(field, row.cells[i], of.today);
    if (read && 'fault' in read) fault ??= read.fault;
    else if (read) values[field] = read.value;
  }
  const wanted: readonly ComparedField[] = FIELDS_OF[of.kind];
  const isSignal = isSignalTopic(of.kind);
  const says = Object.fromEntries(
    isSignal ? [] : wanted.filter(field => values[field] !== undefined).map(field => [field, values[field]]),
  ) as CorrectionChange;
  fault ??= lacking(values, wanted);
  if (NEEDS_PERIOD.includes(of.kind) && values.period === undefined) fault ??= '没有写是哪一年的';
  const text = (field: ComparedField): string | null => (values[field] === undefined ? null : String(values[field]));
  return {
    ...{ number: row.number, fault, says, name: text('name'), bornOn: text('bornOn') },
    ...{ identityNumber: text('identityNumber'), period: text('period'), sourceNumber: text('sourceNumber') },
    facts: isSignal ? factsOf(values) : null,
  };
}

function factsOf(values: Partial<Record<ComparedField, unknown>>): SignalFacts {
  const text = (field: ComparedField) => (values[field] === undefined ? null : String(values[field]));
  const amount = values.amount ?? values.medicalCost;
  return {
    amountFen: typeof amount === 'number' ? amount : null,
    ...{ startedOn: text('startedOn'), endedOn: text('endedOn'), category: text('category') },
    enrolled: typeof values.enrolment === 'boolean' ? values.enrolment : null,
  };
}

function lacking(values: Partial<Record<ComparedField, unknown>>, wanted: readonly ComparedField[]): string | null {
  if (values.identityNumber === undefined && (values.name === undefined || values.bornOn === undefined))
    return '没有身份证号，也没有姓名和出生日期，不知道是谁';
  return wanted.some(field => values[field] !== undefined) ? null : '要比的内容是空的';
}

type Read = { value: unknown } | { fault: string };

function readField(field: ComparedField, cell: Cell | undefined, today: CivilDate): Read | undefined {
  if (field === 'medicalCost' || field === 'amount') return cell && readYuan(cell.text);
  if (field === 'startedOn' || field === 'endedOn') return readCell('diedOn', cell);
  if (field === 'enrolment') return cell && readEnrolment(cell.text);
  if (field === 'period' || field === 'sourceNumber' || field === 'category')
    return cell?.text.trim() ? { value: cell.text.trim().slice(0, 60) } : undefined;
  const read = readCell(field, cell);
  if (!read || 'fault' in read) return read;
  if (field === 'hukouAreaCode' && !/^\d{12}$/.test(String(read.value)))
    return { fault: `户籍所在地“${String(read.value).slice(0, 20)}”请改填 12 位区划代码` };
  if (field === 'identityNumber') {
    const number = readIdentityNumber(String(read.value), today);
    if ('because' in number) return { fault: number.because };
  }
  return read;
}

const ENROLLED: Record<string, boolean> = {
  ...{ 正常: true, 正常参保: true, 参保: true, 已参保: true, 在保: true },
  ...{ 中断: false, 断保: false, 停保: false, 未参保: false, 未缴费: false, 暂停: false, 终止: false },
};

function readEnrolment(text: string): Read | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  if (plain === '') return undefined;
  const value = ENROLLED[plain];
  return value === undefined
    ? { fault: `参保状态“${plain.slice(0, 20)}”不认识，请填：正常参保、停保、中断、未参保` }
    : { value };
}

/** 12,345.60 元 → fen. */
function readYuan(text: string): Read | undefined {
  const plain = text.normalize('NFKC').replace(/[,，\s元¥]/g, '');
  if (plain === '') return undefined;
  if (!/^\d{1,9}(\.\d{1,2})?$/.test(plain))
    return { fault: `金额“${text.trim().slice(0, 20)}”读不懂，请写成 12345.60 的样子` };
  return { value: Math.round(Number(plain) * 100) };
}
