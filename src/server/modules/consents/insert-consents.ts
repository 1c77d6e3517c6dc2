import type pg from 'pg';
import type { ConsentPurpose } from '#contracts/consents.ts';
import { newId } from '#shared/ids.ts';
import { PURPOSES } from './load-purposes.ts';
import { textOn } from './rules.ts';

type Said = { elderId: string; name: string; on: string; purposes: readonly ConsentPurpose[] };

/** For the demo: what an elder agreed to in person; `client` runs as batch in an area that holds the elder. */
export async function insertAgreed(client: pg.ClientBase, { elderId, name, on, purposes }: Said): Promise<number> {
  const wordings = PURPOSES.filter(each => purposes.includes(each.code));
  const { rowCount } = await client.query(
    `insert into consents (elder_id, consent_id, area_code, purpose, decision, text_version, valid_from, by_kind, by_name,
       by_account, decided_at)
     select e.elder_id, c.id, e.area_code, c.purpose, 'given', c.version, $3::date, 'self', $2, e.elder_id,
       $3::date::timestamp at time zone 'Asia/Shanghai' + interval '10 hours'
     from elders e, unnest($4::uuid[], $5::text[], $6::text[]) as c (id, purpose, version) where e.elder_id = $1`,
    [
      ...[elderId, name, on, wordings.map(() => newId()), wordings.map(each => each.code)],
      wordings.map(each => textOn(each.texts, on)?.version ?? ''),
    ],
  );
  return rowCount ?? 0;
}
