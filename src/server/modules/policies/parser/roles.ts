import type { FactRole } from '#contracts/policies/parsed-document.ts';
import type { DatePhrase } from './dates.ts';
import { type Context, FORECAST } from './deadlines.ts';

const STANDING = /已(?!建成的)|目前|截至|今年以来|共有|现有|原有|完成了|建成了|同比|比上年|较上年/;
const PERFECT = /累计|达(?!到|标|成)/;
const AIMING =
  /力争|争取|确保|不少于|不低于|至少|突破|达到|实现|新建|建成|建设|新增|增加|扩大|培育|培养|培训|改造|打造|评选|选树|招募|发展|配备|举办|组织|开展|完成|覆盖|设立|设置|引进|创建|每年|每个|各区|各街|推动|提升|提高|建有|拥有|有\d|预留|选拔|建立|支持|扶持|控制|降低|签约|不超过|提供|保持|安排|推广|认定|发放|惠及|投入|安装|稳定|率(?:为|达)?\d|为\d|达|保障|累计/;
const RATE = /^元\//;
const GRANT = /补贴|补助|奖励|津贴|资助|给予|收费|缴费|不超过.{0,8}元|标准/;
const AGE = /^(?:岁|周岁)/;
const SERVING = /覆盖|服务|规范|面向|为.{0,3}\d|对.{0,3}\d|提供|发放|保障|享受|给予|实现|开展|建立|纳入|管理|完成|摸底/;

export const isAge = (unit: string): boolean => AGE.test(unit);

function shareRole({ sentence, quantity, clause }: Context): boolean {
  const before = sentence.shadow.slice(clause.start, quantity.start);
  return (
    quantity.unit === '%' &&
    /占比?[^,;]{0,12}$|占比(?:为|达到?|约)?$|完成率(?:为|达到?|约)?$|完成[^,;]{0,12}(?:任务|目标|计划)[^,;]{0,6}的$/.test(
      before,
    )
  );
}

/** What the amount is: stated words first, then the kind of passage it stands in. */
export function roleOf(context: Context, deadline: DatePhrase | null): { role: FactRole; doubt: string | null } {
  const { passage, quantity, words, year } = context;
  if (AGE.test(quantity.unit))
    return { role: passage.kind === 'plan' && SERVING.test(words) ? 'target_group' : 'definition', doubt: null };
  if (/罚款|罚金|处以/.test(words)) return { role: 'definition', doubt: null };
  if (
    RATE.test(quantity.unit) ||
    (quantity.unit === '元' &&
      GRANT.test(words) &&
      (passage.kind === 'plan' || /每|标准/.test(words)) &&
      !/拨付|投入|安排资金|发放/.test(words))
  )
    return { role: 'rate', doubt: null };
  if (passage.kind === 'task') return { role: 'target', doubt: null };
  const past = deadline?.date && year !== null && Number(deadline.date.slice(0, 4)) < year;
  if (passage.kind === 'progress') {
    if (FORECAST.test(words)) return { role: 'forecast', doubt: null };
    if (shareRole(context)) return { role: 'ratio', doubt: null };
    return { role: 'actual', doubt: null };
  }
  if (/已/.test(words) || past) return { role: 'actual', doubt: null };
  if (deadline) return { role: FORECAST.test(words) ? 'forecast' : 'target', doubt: null };
  if (STANDING.test(words) || (passage.kind === 'report' && PERFECT.test(words)))
    return { role: 'actual', doubt: null };
  if (quantity.stated && quantity.op !== '~') return { role: 'target', doubt: null };
  if (shareRole(context) && (passage.kind === 'report' || !/达到|提高|提升|增加|保持/.test(words)))
    return { role: 'ratio', doubt: null };
  if (/力争|争取|确保/.test(words)) return { role: 'target', doubt: null };
  if (passage.kind === 'report')
    return { role: /将(?!近)|计划(?!》)|拟/.test(words) ? 'target' : 'actual', doubt: null };
  return AIMING.test(words) ? { role: 'target', doubt: null } : { role: 'actual', doubt: '看不出是目标还是现状' };
}
