import { contactForService } from '#modules/elders/index.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { seal } from '#platform/secrets/seal.ts';
import * as db from './db.ts';

/**
 * A person's orders follow them to the area that answers now (happened_area stays). Orders not yet begun also take the new
 * name, street and point, and door and phone are sealed afresh: otherwise a caregiver rings at the old door.
 */
export function followElder(ctx: Context, event: { elderId: string; areaCode: string }): Promise<void> {
  return asBatch(ctx, { areaCode: '110000000000', why: '服务单随人换辖区' }, async inner => {
    await db.moveRows(inner, event);
    const open = await db.listOpenOrders(inner, { elderId: event.elderId, from: '1900-01-01' });
    const elder = open.length > 0 && (await db.findElder(inner, event.elderId));
    if (!elder) return;
    const contact = await contactForService(inner, event.elderId);
    for (const order of open) {
      await db.updateOrder(inner, order.order_id, {
        elder_name: elder.name,
        road: elder.road,
        compound: elder.compound,
        longitude: elder.lon,
        latitude: elder.lat,
        sealed_contact: contact && seal(ctx.keys, { table: 'orders', elderId: event.elderId }, contact),
      });
    }
  });
}
