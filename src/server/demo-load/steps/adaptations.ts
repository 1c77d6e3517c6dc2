import type { ProductClass } from '#contracts/home-adaptation-lifecycle.ts';
import { addProduct, applyForAdaptation, stepAdaptation } from '#modules/home-adaptations/index.ts';
import type { DemoElder } from '../../demo/index.ts';
import { pickLogins } from '../logins.ts';
import type { StepContext } from '../step-context.ts';
import { actingAs } from '../step-job.ts';

/** Synthetic: no published price list was found. */
const BASIS = '演示数据，不是公布的价格';
const PRODUCTS: readonly (readonly [ProductClass, string, string, number, 'government' | 'self'])[] = [
  ['bathroom', 'L形扶手', '件', 48_000, 'government'],
  ['bathroom', '折叠淋浴凳', '件', 26_000, 'government'],
  ['bathroom', '智能坐便器', '件', 168_000, 'self'],
  ['floor', '防滑地砖（铺装）', '平方米', 18_000, 'government'],
  ['floor', '防滑地垫', '件', 12_000, 'government'],
  ['light', '感应夜灯', '件', 9_000, 'government'],
  ['light', '过道双控开关', '处', 15_000, 'government'],
  ['alarm', '烟感报警器', '件', 16_000, 'government'],
  ['alarm', '燃气报警器', '件', 24_000, 'government'],
  ['aid', '四脚拐杖', '件', 13_000, 'government'],
];

/** A catalogue of the login's district and three homes: one applied for, one to be visited, one plan for the family to answer. */
export async function loadAdaptations(step: StepContext, people: readonly DemoElder[]): Promise<number> {
  const district = actingAs(step, 'district');
  const ids: string[] = [];
  for (const [of, name, unit, priceFen, payment] of PRODUCTS)
    ids.push((await addProduct(district, { class: of, name, unit, priceFen, payment, basis: BASIS })).id);
  const logins = pickLogins(step.world);
  const assessor = logins.find(login => login.role === 'assessor');
  const parent = logins.find(login => login.role === 'family')?.elderId;
  const others = people.filter(one => one.economic === '低收入' && one.elderId !== parent);
  const community = actingAs(step, 'community');
  const [first, second] = others;
  if (first) await applyForAdaptation(community, { elderId: first.elderId, wish: '夜里去卫生间看不清，怕摔' });
  if (!assessor) return PRODUCTS.length;
  const visitor = {
    ...district,
    actor: { ...district.actor, accountId: assessor.accountId, role: 'assessor' as const },
  };
  const sent = async (elderId: string, wish: string) => {
    const { id } = await applyForAdaptation(community, { elderId, wish });
    await stepAdaptation(district, id, { action: 'check', note: '低收入家庭，属于本区补贴范围' });
    await stepAdaptation(district, id, { action: 'assign', assessorId: assessor.accountId });
    return id;
  };
  if (second) await sent(second.elderId, '卫生间没有扶手');
  if (parent) {
    const id = await sent(parent, '卫生间滑，过道黑');
    const answers = { items: {}, floorSlippery: true, noGrabBars: true, dimLight: true, needs: '怕在卫生间滑倒' };
    await stepAdaptation(visitor, id, { action: 'assess', answers });
    const items = [0, 3, 5].map((at, i) => ({ productId: ids[at] ?? '', quantity: [2, 4, 3][i] ?? 1 }));
    await stepAdaptation(visitor, id, { action: 'plan', items, note: '先做卫生间和过道' });
  }
  return PRODUCTS.length + 3;
}
