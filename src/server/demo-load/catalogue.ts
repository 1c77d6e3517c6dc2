import type { Selectable } from 'kysely';
import { PAYERS } from '#contracts/catalogue.ts';
import type { ServiceItems } from '#platform/database/generated/tables.ts';
import { DEMO_BY } from './step-context.ts';

type Item = Pick<Selectable<ServiceItems>, 'item_code' | 'name' | 'list' | 'minutes' | 'price_fen' | 'content'> & {
  steps: string[];
  ltc_fen?: number;
  staff_level?: number;
  measured?: boolean;
};

/** Items behind the generator's services, at its prices (design default, not a published list). */
const ITEMS: readonly Item[] = [
  item(['助餐', 'meal-help'], [30, 18], { steps: ['核对姓名和餐品', '送餐到户', '看老人吃上饭'] }),
  item(['助浴', 'bathing'], [60, 120], {
    steps: ['测量血压和体温', '备好防滑用品', '协助洗浴', '更衣并观察 10 分钟'],
    ltc: 60,
    level: 2,
  }),
  item(['助洁', 'cleaning'], [90, 80], { steps: ['打扫卧室和厨房', '清洗卫生间', '倒垃圾'] }),
  item(['助医', 'medical-escort'], [180, 100], { steps: ['陪同挂号就诊', '取药并说明用法', '送回家'] }),
  item(['助急', 'urgent-help'], [30, 60], { steps: ['15 分钟内联系', '上门处理', '通知家属'] }),
  item(['助行', 'outing-help'], [60, 50], { steps: ['检查助行器具', '陪同外出', '送回家'] }),
  item(['生活照料', 'daily-care'], [60, 70], { steps: ['协助起居', '整理床铺', '协助进食'], ltc: 50 }),
  item(['康复护理', 'rehabilitation'], [60, 150], {
    steps: ['评估当天状态', '按计划做康复训练', '记录反应'],
    ltc: 100,
    level: 3,
  }),
  item(['精神慰藉', 'companionship'], [60, 40], { steps: ['聊天陪伴', '读报或做手工', '记录情绪'] }),
  item(['理发修脚', 'hair-and-feet'], [45, 35], { steps: ['消毒工具', '理发或修脚', '清理现场'] }),
];

type More = { steps: string[]; ltc?: number; level?: number };

function item([name, code]: [string, string], [minutes, yuan]: [number, number], more: More): Item {
  const { steps } = more;
  return {
    item_code: code,
    name,
    list: name === '康复护理' ? 'home-care' : name === '助餐' ? 'basic' : 'market',
    minutes,
    price_fen: yuan * 100,
    ltc_fen: (more.ltc ?? 0) * 100,
    staff_level: more.level ?? 1,
    content: `上门${name}：${steps.join('、')}`,
    steps,
    measured: name === '助浴' || name === '康复护理',
  };
}

const CODES = new Map(ITEMS.map(i => [i.name, i]));
export const itemNamed = (name: string): Item => CODES.get(name) ?? (ITEMS[0] as Item);

export const OPENED_ON = '2023-11-01';

/** Rows of the catalogue: the first version of every item, in force since before the demo's history. */
export const itemRows = (): Record<string, unknown>[] =>
  ITEMS.map(({ measured, ...i }, n) => ({
    version_id: `018c2251-0000-7000-8000-0000000002${n.toString(16).padStart(2, '0')}`,
    version: 1,
    family: i.name,
    unit: '次',
    ltc_fen: 0,
    subsidy_fen: 0,
    payer_order: [...PAYERS],
    staff_level: 1,
    certificate: '健康证',
    evidence: measured ? ['position', 'measurement', 'signature'] : ['position', 'signature'],
    valid_from: OPENED_ON,
    valid_to: null,
    basis: null,
    made_by: DEMO_BY,
    ...i,
  }));

/** Which services a firm, a centre or a station offers. */
export const offeredBy = (organisation: { kind: string; services: readonly string[] }): Item[] => {
  if (organisation.kind === 'provider') return organisation.services.map(itemNamed);
  return ['生活照料', '精神慰藉', '理发修脚', '助餐'].map(itemNamed);
};
