import { ABILITY_LEVEL_LABELS, type AbilityLevel, type MetAdjustment, type Scale, type Score } from './scales.ts';

export type ScoreProblem = { field: string; message: string };
export type ScoreOutcome = { ok: true; score: Score } | { ok: false; problems: ScoreProblem[] };

/** WHO ICD-10 and the Chinese clinical extension (F03.900x001); ranges such as F00-F03 are not a diagnosis. */
const ICD10 = /^[A-Z]\d{2}(?:\.[\dX]{1,7})?[*+]?$/;

type Checked = { points: Map<string, number>; coma: boolean; diagnoses: string[]; riskEvents: number };

/** Total, dimensions and level of one assessment (GB/T 42195-2022 附录 B、C); problems name every bad field in Chinese. */
export function scoreAssessment(scale: Scale, input: unknown): ScoreOutcome {
  const problems: ScoreProblem[] = [];
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { ok: false, problems: [{ field: '', message: '评估内容应是一个对象，至少包含 items' }] };
  const checked = check(scale, input as Record<string, unknown>, problems);
  if (problems.length > 0) return { ok: false, problems };
  const dimensions: Record<string, number> = {};
  for (const dimension of scale.dimensions) dimensions[dimension.key] = 0;
  let total = 0;
  for (const item of scale.items) {
    const points = checked.points.get(item.code) ?? 0;
    dimensions[item.dimension] = (dimensions[item.dimension] ?? 0) + points;
    total += points;
  }
  return { ok: true, score: { scale: scale.id, dimensions, total, ...decideLevel(scale, total, checked) } };
}

/** Level from the total, then the adjustments: coma sets the level, the others raise it, together at most `maxRaise`. */
function decideLevel(scale: Scale, total: number, checked: Checked) {
  const band = scale.levels.find(each => total >= each.min && total <= each.max);
  if (!band) throw new Error(`${scale.id}：总分 ${total} 不在任何一级的区间内`);
  const levelByTotal = band.level;
  const setting: MetAdjustment[] = [];
  const raising: MetAdjustment[] = [];
  let setTo = levelByTotal as number;
  let raise = 0;
  for (const adjustment of scale.adjustments) {
    if (!isMet(adjustment, checked)) continue;
    const { id, nameZh, clause } = adjustment;
    if (adjustment.effect === 'set-level') {
      setTo = Math.max(setTo, adjustment.value);
      setting.push({ id, nameZh, document: scale.document, clause });
    } else {
      raise += adjustment.value;
      raising.push({ id, nameZh, document: scale.document, clause });
    }
  }
  const level = Math.min(scale.cap, setTo + Math.min(raise, scale.maxRaise.value)) as AbilityLevel;
  // Only what really moved the level is in raisedBy; a rule met at the cap stays visible in `met`.
  const raisedBy = [...(setTo > levelByTotal ? setting : []), ...(level > setTo ? raising : [])];
  return { level, levelLabel: ABILITY_LEVEL_LABELS[level], levelByTotal, raisedBy, met: [...setting, ...raising] };
}

function isMet(adjustment: Scale['adjustments'][number], checked: Checked): boolean {
  if (adjustment.minEvents !== undefined) return checked.riskEvents >= adjustment.minEvents;
  const range = adjustment.icd10;
  if (range) return checked.diagnoses.some(code => code.slice(0, 3) >= range.from && code.slice(0, 3) <= range.to);
  return checked.coma;
}

function check(scale: Scale, input: Record<string, unknown>, problems: ScoreProblem[]): Checked {
  const { coma = false, diagnoses = [], riskEvents30Days = 0 } = input;
  if (typeof coma !== 'boolean') problems.push({ field: 'coma', message: '是否昏迷（coma）应填 true 或 false' });
  if (!Number.isInteger(riskEvents30Days) || (riskEvents30Days as number) < 0)
    problems.push({ field: 'riskEvents30Days', message: '近 30 天照护风险事件次数应是不小于 0 的整数' });
  return {
    points: checkItems(scale, input.items, problems),
    coma: coma === true,
    diagnoses: checkDiagnoses(diagnoses, problems),
    riskEvents: riskEvents30Days as number,
  };
}

function checkItems(scale: Scale, items: unknown, problems: ScoreProblem[]): Map<string, number> {
  const points = new Map<string, number>();
  if (typeof items !== 'object' || items === null || Array.isArray(items)) {
    problems.push({ field: 'items', message: '缺少各项得分 items，应写成 {"B.1.1": 4, …}' });
    return points;
  }
  const byName = new Map(scale.items.flatMap(item => [[item.code, item] as const, [item.key, item] as const]));
  for (const [name, value] of Object.entries(items)) {
    const item = byName.get(name);
    const field = `items.${name}`;
    if (!item)
      problems.push({
        field,
        message: `没有 ${name} 这一项，请对照《${scale.titleZh}》的 ${scale.items.length} 个二级指标`,
      });
    else if (points.has(item.code))
      problems.push({ field, message: `${item.code} ${item.nameZh}填了两次，请只留一处` });
    else {
      points.set(item.code, value as number);
      const problem = pointsProblem(item, value);
      if (problem) problems.push({ field, message: problem });
    }
  }
  for (const item of scale.items)
    if (!points.has(item.code))
      problems.push({
        field: `items.${item.code}`,
        message: `缺少 ${item.code} ${item.nameZh}的得分，${scale.items.length} 项都要评`,
      });
  return points;
}

function pointsProblem(item: Scale['items'][number], value: unknown): string | undefined {
  const name = `${item.code} ${item.nameZh}`;
  if (typeof value !== 'number' || !Number.isInteger(value))
    return `${name}的得分应是整数，现在是 ${JSON.stringify(value)}`;
  if (!item.options.some(option => option.points === value))
    return `${name}的得分应在 0 到 ${item.max} 之间，现在是 ${value}`;
  return undefined;
}

function checkDiagnoses(diagnoses: unknown, problems: ScoreProblem[]): string[] {
  if (!Array.isArray(diagnoses)) {
    problems.push({ field: 'diagnoses', message: '诊断 diagnoses 应是 ICD-10 编码的列表，如 ["F03"]' });
    return [];
  }
  return diagnoses.map((each, index) => {
    const code = typeof each === 'string' ? each.trim().toUpperCase() : '';
    if (!ICD10.test(code))
      problems.push({
        field: `diagnoses[${index}]`,
        message: `第 ${index + 1} 个诊断 ${JSON.stringify(each)} 不是 ICD-10 编码，请写成 F03 或 F03.9 的样子`,
      });
    return code;
  });
}
