import type { DataClass } from '#contracts/data-classes.ts';
import type { Overview, OverviewSection } from '#contracts/overviews.ts';
import { CLASSES } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';

/** What stands above the items of a section: the class as data, and by which line this reader sees it. */
export function headOf(ctx: Context, dataClass: DataClass): Omit<OverviewSection, 'items' | 'withheld'> {
  const rule = CLASSES.find(one => one.code === dataClass);
  if (!rule) throw new Error(`no class ${dataClass}`);
  const mine = rule.lines.filter(line => line.roles.includes(ctx.actor.role));
  return {
    ...{ dataClass, holds: rule.holds, from: rule.from },
    mine: mine.map(line => line.says).join('；') || '您的岗位不看这一类',
    who: rule.lines.map(({ says, source, confidence }) => ({ says, source, confidence })),
  };
}

type Sections = Pick<Overview, 'health' | 'medical' | 'service' | 'facility'>;
type Filled = {
  health: Pick<Overview['health'], 'level' | 'items' | 'withheld'>;
  medical: Pick<Overview['medical'], 'items' | 'costs' | 'withheld'>;
  service: OverviewSection['items'];
  facility: OverviewSection['items'];
};
export const sectionsOf = (ctx: Context, filled: Filled): Sections => ({
  health: { ...headOf(ctx, 'health'), ...filled.health },
  medical: { ...headOf(ctx, 'medical'), ...filled.medical },
  service: { ...headOf(ctx, 'service'), items: filled.service },
  facility: { ...headOf(ctx, 'facility'), items: filled.facility },
});
