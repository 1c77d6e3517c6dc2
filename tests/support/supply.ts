import { insertItems } from '../../src/server/modules/catalogue/index.ts';
import { insertProviders } from '../../src/server/modules/providers/index.ts';
import { insertCaregivers } from '../../src/server/modules/workforce/index.ts';
import { newId } from '../../src/shared/ids.ts';
import { asBatch, type TestDatabase } from './database.ts';

export const BATHING = 'bathing';

export type Firm = { providerId: string; name: string };
export type Carer = { caregiverId: string; accountId: string; name: string; providerId: string };

/** One item: 助浴, level 2, health certificate, 80 yuan of which LTC bears 30 and subsidy 20 at most. */
export async function buildItem(database: TestDatabase, given: Record<string, unknown> = {}): Promise<void> {
  const item = {
    version_id: newId(),
    item_code: BATHING,
    version: 1,
    name: '助浴',
    list: 'market',
    family: '助浴',
    content: '上门协助洗澡',
    steps: ['测体温血压', '备水', '协助洗浴', '清理'],
    minutes: 60,
    unit: '次',
    price_fen: 8000,
    ltc_fen: 3000,
    subsidy_fen: 2000,
    payer_order: ['ltc', 'subsidy', 'self'],
    staff_level: 2,
    certificate: '健康证',
    evidence: ['position', 'measurement', 'signature'],
    valid_from: '2024-01-01',
    valid_to: null,
    basis: null,
    made_by: '测试',
    ...given,
  };
  await asBatch(database.adminUrl, client => insertItems(client, [item]));
}

export async function buildFirm(database: TestDatabase, given: Record<string, unknown> = {}): Promise<Firm> {
  const providerId = newId();
  const row = {
    provider_id: providerId,
    name: '大兴颐康养老服务有限公司',
    class: 'professional',
    ownership: 'private',
    credit_code: null,
    status: 'operating',
    area_code: '110115000000',
    longitude: 116.34,
    latitude: 39.74,
    capacity_per_day: 40,
    rating_sum: 0,
    rating_count: 0,
    applied_on: '2024-01-01',
    admitted_on: '2024-02-01',
    exited_on: null,
    ...given,
  };
  const item = { provider_id: row.provider_id, item_code: BATHING, price_fen: 8000 };
  await asBatch(database.adminUrl, client => insertProviders(client, [row], [item]));
  await database.admin.query(
    "insert into organisations (organisation_id, name, kind, area_code) values ($1, $2, 'provider', $3) on conflict do nothing",
    [row.provider_id, row.name, row.area_code],
  );
  return { providerId: row.provider_id, name: row.name };
}

/** The long-term care insurance pays for this person since a day. */
export async function insure(database: TestDatabase, of: { elderId: string; areaCode: string; fromOn?: string }) {
  await database.admin.query(
    `insert into benefit_insurances (elder_id, insurance_id, area_code, grade, from_on, evidence, entered_by, entered_at)
     values ($1, gen_random_uuid(), $2, '重度失能Ⅰ级', $3, '待遇决定书第8号', '陈岚', '2025-01-02T02:00:00Z')`,
    [of.elderId, of.areaCode, of.fromOn ?? '2025-01-01'],
  );
}

export async function buildCarer(
  database: TestDatabase,
  firm: Firm,
  given: Record<string, unknown> & { healthUntil?: string } = {},
): Promise<Carer> {
  const { healthUntil = '2026-05-01', ...columns } = given;
  const row = {
    caregiver_id: newId(),
    account_id: newId(),
    provider_id: firm.providerId,
    provider_name: firm.name,
    name: '杨秀芳',
    sex: '女' as const,
    level: 2,
    status: 'active',
    verified_on: '2024-03-01',
    negative_since: null,
    negative_reason: null,
    area_code: '110115000000',
    longitude: 116.332,
    latitude: 39.741,
    orders_per_day: 6,
    started_on: '2024-03-01',
    left_on: null,
    ...columns,
  };
  const certificate = {
    certificate_id: newId(),
    caregiver_id: row.caregiver_id,
    account_id: row.account_id,
    provider_id: firm.providerId,
    area_code: row.area_code,
    kind: '健康证',
    level: '合格',
    issued_on: '2024-05-01',
    expires_on: healthUntil,
    revoked_on: null,
  };
  await asBatch(database.adminUrl, client => insertCaregivers(client, [row], [certificate]));
  return {
    caregiverId: row.caregiver_id,
    accountId: row.account_id,
    name: row.name,
    providerId: firm.providerId,
  };
}
