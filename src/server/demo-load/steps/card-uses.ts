import { AGE_GROUPS, MERCHANT_TYPES, type MerchantType } from '#contracts/card-uses.ts';
import { readDivisions } from '#modules/areas/index.ts';
import { type Use, writeBatch } from '#modules/card-uses/index.ts';
import { areaAt, areaLevel, isInArea } from '#shared/area-codes.ts';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { randomOf } from '#shared/random.ts';
import type { HistoryContext } from '../history-rows.ts';

const USES = 1_500;
const DAYS = 350;
/** Rides most, then meals and shops. */
const MIX: readonly MerchantType[] = [
  'transit',
  'transit',
  'transit',
  'transit',
  'meals',
  'meals',
  'shop',
  ...MERCHANT_TYPES,
];
const YUAN = { transit: 2, park: 10, meals: 15, shop: 38, medicine: 55, service: 40, other: 20 } as const;
const NAMES = {
  ...{ transit: '公交集团', park: '郊野公园', meals: '老年餐桌', shop: '便民超市', medicine: '社区药店' },
  ...{ service: '养老驿站', other: '便民点' },
} as const satisfies Record<MerchantType, string>;

/** A year of the card in the login's district, as its operator would send it. Synthetic: no share was published. */
export async function loadCardUses(h: HistoryContext): Promise<number> {
  const { ctx, place } = h;
  const district = areaAt(place.code, 'district');
  const streets = readDivisions().filter(one => areaLevel(one.code) === 'street' && isInArea(one.code, district));
  const r = randomOf(1, 'card-uses', district);
  const uses = Array.from({ length: USES }, (_, i): Use => {
    const type = MIX[r.below(MIX.length)] ?? 'transit';
    return {
      ...{ number: `YN${String(i).padStart(6, '0')}`, type, merchant: NAMES[type] },
      areaCode: streets[r.below(streets.length)]?.code ?? areaAt(place.code, 'street'),
      usedOn: addDays(ctx.today, -1 - r.below(DAYS)),
      fen: Math.round(YUAN[type] * (60 + r.below(90))),
      age: AGE_GROUPS[1 + r.below(AGE_GROUPS.length - 1)] ?? 'unknown',
    };
  });
  const of = {
    batch_id: newId(),
    area_code: district,
    sender: '演示发卡方',
    file_name: '刷卡记录.csv',
    file_sm3: '演示',
  };
  await writeBatch(ctx, of, uses);
  return USES;
}
