import type { ConsentPurpose } from '#contracts/consents.ts';
import { grantToHolder } from '#modules/accounts/index.ts';
import { decideConsent, wordingOf } from '#modules/consents/index.ts';
import type { Context } from '#platform/http/context.ts';
import { pickLogins } from '../logins.ts';
import { LOGIN_COMMUNITY } from '../plan.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { actingAs, contextOf } from '../step-job.ts';

const DAY = '2025-06-12';
const on = (ctx: Context): Context => ({ ...ctx, today: DAY, now: `${DAY}T02:00:00.000Z` });
const EVIDENCE = '本人当面说的，签了纸质同意书（演示数据）';

/** Both sides of the four classes: the street's post has 医疗数据, the others have not; some elders have said yes, one no. */
export async function loadClasses(step: StepContext): Promise<number> {
  const worker = on(actingAs(step, 'community'));
  const street = pickLogins(step.world).find(login => login.role === 'street');
  const office = on(contextOf(step));
  if (street)
    await grantToHolder({ ...office, actor: { ...office.actor, name: DEMO_BY } }, street.accountId, {
      ...{ permission: 'medical', reason: '负责医养结合，跟进家庭医生随访（演示数据）' },
    });
  let said = 0;
  const say = async (elderId: string | undefined, purpose: ConsentPurpose, decision: 'given' | 'refused') => {
    if (!elderId) return;
    const textVersion = wordingOf(purpose, DAY);
    await decideConsent(worker, elderId, { purpose, decision, textVersion, evidence: EVIDENCE });
    said += 1;
  };
  const [first, second, third] = await signedPeople(step);
  await say(first, 'official-medical', 'given');
  await say(second, 'official-medical', 'given');
  await say(third, 'official-health', 'refused');
  for (const served of await servedPeople(step)) {
    await say(served[0], 'organisation-health', 'given');
    await say(served[0], 'organisation-medical', 'given');
    await say(served[1], 'organisation-health', 'given');
  }
  return said;
}

/** People of the login's community with a family doctor. */
async function signedPeople({ client }: StepContext): Promise<string[]> {
  const { rows } = await client.query<{ elder_id: string }>(
    `select elder_id from doctors_v_contracts where area_code = $1 and status = 'active' order by elder_id limit 3`,
    [LOGIN_COMMUNITY],
  );
  return rows.map(row => row.elder_id);
}

/** Two people of each organisation whose login stands on the login page. */
async function servedPeople({ client, world, today }: StepContext): Promise<string[][]> {
  const organisations = pickLogins(world).flatMap(login => login.organisationId ?? []);
  const { rows } = await client.query<{ ids: string[] }>(
    `select (array_agg(distinct elder_id::text order by elder_id::text))[1:2] as ids from overviews_v_served
     where organisation_id = any ($1) and from_on <= $2 and (to_on is null or to_on >= $2) group by organisation_id order by organisation_id`,
    [[...new Set(organisations)], today],
  );
  return rows.map(row => row.ids);
}
