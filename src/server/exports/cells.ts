import { ABILITY_LABELS } from '#contracts/elders.ts';
import { dayOfInstant } from '#shared/dates.ts';

/** Amounts are numbers a spreadsheet can add up. */
export const yuan = (fen: number | null): number | null => (fen === null ? null : Math.round(fen) / 100);
export const day = (instant: string | null): string | null => (instant === null ? null : dayOfInstant(instant));
export const yes = (is: boolean): string => (is ? '是' : '否');
export const ability = (level: number | null): string | null =>
  level === null ? null : (ABILITY_LABELS[level] ?? null);

/** Columns that are wider than their title, wherever they stand. */
export const WIDE: Readonly<Record<string, number>> = {
  ...{ '社区（村）': 24, 住址: 24, 原因: 40, 说明: 50, 机构: 24, 哪一处: 30, 标签: 30, 待遇: 24, 名称: 30, 内容: 50 },
  ...{ 文号: 40, 措施: 30, 文件: 40, 发给谁: 24 },
};
