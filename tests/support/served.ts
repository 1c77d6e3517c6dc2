import * as orders from '../../src/contracts/orders.ts';
import type { TestApp } from './app.ts';
import { buildElder, COMMUNITY } from './builders.ts';
import { BATHING, type Carer } from './supply.ts';

/** One 助浴 from the order to its settlement line (80 yuan), an hour long; answers the service record's id. */
export async function buildServed(app: TestApp, carer: Carer, on = '2025-06-20'): Promise<string> {
  const street = await app.as({ role: 'street', areaCode: `${COMMUNITY.slice(0, 9)}000` });
  const person = { accountId: carer.accountId, organisationId: carer.providerId, name: carer.name };
  const hands = await app.as({ role: 'caregiver', areaCode: '110115000000', ...person });
  const elder = await buildElder(app.database, { abilityLevel: 3, abilityValidTo: '2026-05-19' });
  const family = await app.as({ role: 'family', areaCode: elder.areaCode, elderId: elder.elderId });
  const body = { elderId: elder.elderId, itemCode: BATHING, wantedOn: on };
  const { id } = (await family.call(orders.createOrder, { body })).body;
  const at = { params: { id } };
  await street.call(orders.dispatchOrder, { ...at, body: { caregiverId: carer.caregiverId } });
  await hands.call(orders.acceptOrder, at);
  await hands.call(orders.checkIn, { ...at, body: {} });
  await hands.call(orders.writeRecord, { ...at, body: { itemsDone: ['备水'], measurements: { pulse: 70 } } });
  const done = await family.call(orders.confirmOrder, { ...at, body: {} });
  const recordId = done.body.records[0]?.id ?? '';
  // The demo's clock runs in seconds here; the record says an hour.
  await app.database.admin.query(
    "update service_records set ended_at = started_at + interval '60 minutes' where record_id = $1",
    [recordId],
  );
  return recordId;
}
