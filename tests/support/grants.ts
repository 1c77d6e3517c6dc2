import type { RELIEF_PAID } from '#contracts/payments/payables.ts';
import { newId } from '#shared/ids.ts';
import type { TestApp } from './app.ts';

type Granted = {
  elderId: string;
  areaCode: string;
  scheme: (typeof RELIEF_PAID)[number];
  fromMonth: string;
  fen: number;
};

/** The money of a recognition as its decision leaves it, without the way to it (that is the relief module's own test). */
export async function grantByMonth(app: TestApp, of: Granted): Promise<void> {
  await app.database.admin.query(
    `insert into relief_grants (elder_id, grant_id, application_id, area_code, number, elder_name, scheme, from_month, amount_fen,
       cause, rated_on, why, made_by, made_at) select $1, $2, $3, $4, 'JZ250601-00000A', e.name, $5, $6, $7, 'granted', '2025-06-01',
       '测试', '测试', '2025-06-01T02:00:00Z' from elders e where e.elder_id = $1`,
    [of.elderId, newId(), newId(), of.areaCode, of.scheme, of.fromMonth, of.fen],
  );
}
