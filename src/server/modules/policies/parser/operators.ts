import type { FactOperator } from '#contracts/policies/parsed-document.ts';

/** A number with its unit in one sentence's shadow; offsets within it. */
export type Quantity = {
  value: number;
  unit: string;
  op: FactOperator;
  start: number;
  end: number;
  /** Set where the numeral was written in Chinese signs or the operator was inferred. */
  doubt: string | null;
  /** The operator stands in the text at this number (not shared from a list before it). */
  stated: boolean;
};

/** Words that count; longest first where one begins another. */
export const MEASURE_WORDS =
  '个百分点|百分点|平方公里|平方米|平米|公里|公顷|人次|人份|户次|例次|省市|学时|课时|小时|分钟|工作日|周岁|%|‰|亩|米|人|名|位|户|家|所|处|个|张|座|间|套|台|辆|部|条|项|件|份|册|种|类|场|期|次|批|支|队|只|块|篇|对|例|客|单|元|岁|天';
/** Counted things that name a structure or a stretch of time, not an amount anybody must reach. */
export const NOT_AMOUNTS =
  /^(?:方面|环节|维度|阶段|步骤|原则|板块|层面|层次|领域|部门|部分|月|季度|小时|工作日|学期|百分|自然日|交易日|文件|字|规划期|五年|年头|附件)/;
const BEFORE: readonly { op: FactOperator; words: RegExp }[] = [
  {
    op: '>=',
    words:
      /(?:不少于|不低于|不小于|不得少于|不得低于|不能少于|不能低于|不下于|至少|最少|最低|>=|≥)[^\d,;。、:()]{0,6}$/,
  },
  {
    op: '<=',
    words: /(?:不超过|不高于|不多于|不大于|不得超过|不得高于|不能超过|至多|最多|最高|控制在|<=|≤)[^\d,;。、:()]{0,4}$/,
  },
  { op: '>', words: /(?:超过|突破|多于|高于|大于|超|逾|(?<![通经])过|>)(?:了|到)?$/ },
  { op: '<', words: /(?:少于|低于|小于|不足|不满|未满|不到|<)$/ },
  { op: '~', words: /(?:将近|接近|大约|约为|(?<![签合节预制公违履])约|(?<![最附就邻靠])近|大概)$/ },
];
const AFTER: readonly { op: FactOperator; words: RegExp }[] = [
  { op: '>=', words: /^(?:\(含\)|\(含[^)]{1,6}\))?(?:及其?|或|\(含\))?以上/ },
  { op: '<', words: /^(?:及其?|或)?以下(?!\(含)/ },
  { op: '<=', words: /^(?:以内|之内|以下\(含)/ },
  { op: '~', words: /^(?:左右|上下)/ },
  // "办3所各不少于80人": a floor for the size of each makes the count a floor too.
  { op: '>=', words: /^各?不(?:少|低)于\d/ },
];

/** The operator stated round an amount: 不少于 before it, 以上 after it; "=" where none is. */
export function operatorAt(shadow: string, start: number, end: number): { op: FactOperator; stated: boolean } {
  const before = shadow.slice(Math.max(0, start - 16), start);
  const after = shadow.slice(end, end + 12);
  for (const { op, words } of AFTER) if (words.test(after)) return { op, stated: true };
  for (const { op, words } of BEFORE) if (words.test(before)) return { op, stated: true };
  return { op: '=', stated: false };
}
