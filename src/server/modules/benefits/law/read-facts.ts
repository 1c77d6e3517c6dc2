import { DISABILITY_KINDS, ECONOMIC_CLASSES } from '#contracts/benefits/schemes.ts';
import { type DateNumber, dateNumber } from '../rules/civil-numbers.ts';
import { disabilityBit, type Facts, UNKNOWN_FEN } from '../rules/facts.ts';
import { definitions, otherBenefitTable } from './definitions.ts';

export type FieldProblem = { field: string; message: string };

type Json = Record<string, unknown>;
type BenefitEntry = { bit: number; rivalOf: 'hardship' | 'care' | null };

/** Field → the words of the form, for error sentences. */
export const FIELD_LABELS: Record<string, string> = {
  id: '编号',
  bornOn: '出生日期',
  hukouInBeijing: '是否本市户口',
  hukouDistrict: '户籍区',
  previousHukouDistrict: '原户籍区',
  hukouTransferredOn: '户籍区间迁移日期',
  residenceDistrict: '居住区',
  economicClass: '经济状况',
  familyPlanningSpecial: '是否计划生育特殊家庭',
  abilityLevel: '能力等级',
  abilityAssessedOn: '能力评估日期',
  disabilities: '残疾证类别和等级',
  multipleDisability: '是否多重残疾',
  otherBenefits: '其他待遇',
  appliedOn: '申请日期',
  conditionsMetOn: '符合条件日期',
  conditionsLostOn: '不再符合条件日期',
  reviewFailedOn: '复核不合格日期',
  diedOn: '死亡日期',
  declaredMissingOn: '宣告失踪日期',
  hukouLeftOn: '户籍迁出本市日期',
  imprisonedOn: '开始服刑日期',
  releasedOn: '刑满释放日期',
};

let benefitEntries: Map<string, BenefitEntry> | undefined;

/** Codes and Chinese names → bit; both are accepted in files. */
function benefitsByName(): Map<string, BenefitEntry> {
  if (benefitEntries) return benefitEntries;
  benefitEntries = new Map();
  for (const [bit, benefit] of otherBenefitTable(definitions()).entries()) {
    const [scheme] = benefit.schemes;
    const rivalOf = benefit.effect === 'higher' && scheme !== 'advancedAge' ? (scheme ?? null) : null;
    benefitEntries.set(benefit.code, { bit, rivalOf });
    benefitEntries.set(benefit.nameZh, { bit, rivalOf });
  }
  return benefitEntries;
}

/** Reads one person's JSON: checks and turns into numbers in one pass. Problems name the field in Chinese. */
class Reading {
  readonly problems: FieldProblem[] = [];
  readonly row: Json;

  constructor(row: Json) {
    this.row = row;
  }

  fail(field: string, what: string): void {
    const label = FIELD_LABELS[field.split(/[.[]/)[0] ?? ''] ?? field;
    this.problems.push({ field, message: `${label}（${field}）${what}` });
  }

  date(field: string): DateNumber {
    return this.dateValue(this.row[field], field);
  }

  dateValue(value: unknown, field: string): DateNumber {
    if (value === undefined || value === null) return 0;
    const number = typeof value === 'string' ? dateNumber(value) : -1;
    if (number > 0) return number;
    this.fail(field, `不是有效日期：${JSON.stringify(value)}，请写成 2025-06-20 的样子`);
    return 0;
  }

  flag(field: string): number {
    const value = this.row[field];
    if (value === true) return 1;
    if (value !== undefined && value !== null && value !== false)
      this.fail(field, `应填 true 或 false，现在是 ${JSON.stringify(value)}`);
    return 0;
  }

  byScheme(field: string): [DateNumber, DateNumber, DateNumber] {
    const value = this.row[field];
    if (value === undefined || value === null) return [0, 0, 0];
    if (typeof value !== 'object' || Array.isArray(value)) {
      this.fail(field, '应写成 {"hardship":日期,"care":日期,"advancedAge":日期}');
      return [0, 0, 0];
    }
    const dates = value as Json;
    for (const key in dates)
      if (key !== 'hardship' && key !== 'care' && key !== 'advancedAge')
        this.fail(`${field}.${key}`, '没有这一项，只有 hardship、care、advancedAge');
    return [
      this.dateValue(dates.hardship, `${field}.hardship`),
      this.dateValue(dates.care, `${field}.care`),
      this.dateValue(dates.advancedAge, `${field}.advancedAge`),
    ];
  }

  text(field: string): void {
    const value = this.row[field];
    if (value !== undefined && value !== null && typeof value !== 'string') this.fail(field, '应是文字');
  }
}

/** Facts of one person, or the problems of the row. `row` is parsed JSON of any shape. */
export function readFacts(row: unknown): { facts: Facts } | { problems: FieldProblem[] } {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { problems: [{ field: '', message: '这一行应是一个对象 {…}' }] };
  const reading = new Reading(row as Json);
  const facts = readAll(reading);
  return reading.problems.length > 0 ? { problems: reading.problems } : { facts };
}

function readAll(reading: Reading): Facts {
  const { id, bornOn, hukouInBeijing } = reading.row;
  if (typeof id !== 'string' || id === '') reading.fail('id', '没有填，或不是文字');
  if (bornOn === undefined || bornOn === null) reading.fail('bornOn', '没有填');
  if (typeof hukouInBeijing !== 'boolean') reading.fail('hukouInBeijing', '没有填，应填 true 或 false');
  for (const field of ['hukouDistrict', 'previousHukouDistrict', 'residenceDistrict']) reading.text(field);
  reading.date('hukouTransferredOn');
  const applied = reading.byScheme('appliedOn');
  const met = reading.byScheme('conditionsMetOn');
  const lost = reading.byScheme('conditionsLostOn');
  const failed = reading.byScheme('reviewFailedOn');
  const benefits = readBenefits(reading);
  const facts: Facts = {
    bornOn: reading.date('bornOn'),
    hukouInBeijing: hukouInBeijing === true ? 1 : 0,
    hukouLeftOn: reading.date('hukouLeftOn'),
    diedOn: reading.date('diedOn'),
    declaredMissingOn: reading.date('declaredMissingOn'),
    imprisonedOn: reading.date('imprisonedOn'),
    releasedOn: reading.date('releasedOn'),
    economicClass: readClass(reading),
    familyPlanningSpecial: reading.flag('familyPlanningSpecial'),
    abilityLevel: readLevel(reading),
    abilityAssessedOn: reading.date('abilityAssessedOn'),
    disabilities: readDisabilities(reading),
    multipleDisability: reading.flag('multipleDisability'),
    benefits: benefits.mask,
    rivalHardshipFen: benefits.hardship,
    rivalCareFen: benefits.care,
    appliedHardship: applied[0],
    appliedCare: applied[1],
    appliedAdvancedAge: applied[2],
    metHardship: met[0],
    metCare: met[1],
    metAdvancedAge: met[2],
    lostHardship: lost[0],
    lostCare: lost[1],
    lostAdvancedAge: lost[2],
    reviewFailedHardship: failed[0],
    reviewFailedCare: failed[1],
    reviewFailedAdvancedAge: failed[2],
  };
  if (facts.diedOn !== 0 && facts.diedOn < facts.bornOn) reading.fail('diedOn', '早于出生日期，请核对');
  return facts;
}

function readClass(reading: Reading): number {
  const value = reading.row.economicClass ?? 'none';
  const at = ECONOMIC_CLASSES.indexOf(value as (typeof ECONOMIC_CLASSES)[number]);
  if (at < 0) reading.fail('economicClass', `只能填 ${ECONOMIC_CLASSES.join('、')}，现在是 ${JSON.stringify(value)}`);
  return at;
}

function readLevel(reading: Reading): number {
  const value = reading.row.abilityLevel;
  if (value === undefined || value === null) return -1;
  if (value === 0 || value === 1 || value === 2 || value === 3 || value === 4) return value;
  reading.fail('abilityLevel', `只能填 0 到 4 或 null，现在是 ${JSON.stringify(value)}`);
  return -1;
}

function readDisabilities(reading: Reading): number {
  const list = reading.row.disabilities;
  if (list === undefined || list === null) return 0;
  if (!Array.isArray(list)) reading.fail('disabilities', '应是列表 [{"kind":"视力","grade":1}]');
  let bits = 0;
  for (const [at, each] of (Array.isArray(list) ? list : []).entries()) {
    const kind = DISABILITY_KINDS.indexOf(each?.kind);
    const grade = each?.grade;
    if (kind < 0) reading.fail(`disabilities[${at}].kind`, `只能填 ${DISABILITY_KINDS.join('、')}`);
    else if (grade === 1 || grade === 2 || grade === 3 || grade === 4) bits |= disabilityBit(kind, grade);
    else reading.fail(`disabilities[${at}].grade`, `等级只能填 1 到 4，现在是 ${JSON.stringify(grade)}`);
  }
  return bits;
}

function readBenefits(reading: Reading): { mask: number; hardship: number; care: number } {
  const read = { mask: 0, hardship: 0, care: 0 };
  const list = reading.row.otherBenefits;
  if (list === undefined || list === null) return read;
  if (!Array.isArray(list)) {
    reading.fail('otherBenefits', '应是代码的列表');
    return read;
  }
  for (const [at, each] of list.entries()) {
    const code = typeof each === 'string' ? each : each?.code;
    const entry = benefitsByName().get(code);
    const amount = typeof each === 'string' ? UNKNOWN_FEN : (each?.amountFen ?? UNKNOWN_FEN);
    if (!entry) reading.fail(`otherBenefits[${at}]`, `没有代码 ${JSON.stringify(code)}，请查《待遇与理由代码》`);
    else if (!Number.isInteger(amount) || amount < 0)
      reading.fail(`otherBenefits[${at}].amountFen`, `应是以分为单位的整数，现在是 ${JSON.stringify(amount)}`);
    else {
      read.mask |= 1 << entry.bit;
      if (entry.rivalOf) read[entry.rivalOf] = Math.max(read[entry.rivalOf], amount);
    }
  }
  return read;
}
