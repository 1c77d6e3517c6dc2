import { z } from 'zod';

/** Shared field shapes. Messages are Chinese sentences that say what to do. */
export const Id = z.uuid({ error: '编号格式不对，请从列表里重新打开' });
export const CivilDateText = z.iso.date({ error: '日期请写成 2025-06-20 的样子' });
export const MonthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '月份请写成 2025-06 的样子' });
/** 12-digit statistical division code (统计用区划代码); districts and streets end in zeros. */
export const AreaCode = z.string().regex(/^\d{12}$/, { error: '区划代码应为 12 位数字' });
export const Instant = z.string();
export const Fen = z.int();
export const Sex = z.enum(['男', '女'], { error: '性别请选男或女' });

/** One page of a list: keyset paging by an opaque cursor; `total` is exact up to 10,000, then 约 from area sums. */
export const page = <T extends z.ZodType>(row: T) =>
  z.object({
    rows: z.array(row),
    nextCursor: z.string().nullable(),
    total: z.int().nullable(),
    totalIsApproximate: z.boolean().default(false),
  });

export const PageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** One thing that may be done next, as the server decided it; the screen shows `disabledBecause` instead of hiding. */
export const NextAction = z.object({
  action: z.string(),
  label: z.string(),
  allowed: z.boolean(),
  disabledBecause: z.string().nullable(),
});
export type NextAction = z.infer<typeof NextAction>;

/** One past or planned step of a record's lifecycle, newest first in answers. */
export const Step = z.object({
  at: Instant,
  actor: z.string(),
  action: z.string(),
  label: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  note: z.string().nullable(),
});
export type Step = z.infer<typeof Step>;
