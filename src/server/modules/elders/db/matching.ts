import type { Context } from '#platform/http/context.ts';

/** Numbers stand for themselves by the beginning of their blind index: equality is all the first comparison needs. */
export type PersonToMatch = readonly [
  elderId: string,
  areaCode: string,
  name: string,
  sex: string,
  bornOn: string,
  road: string | null,
  compound: string | null,
  identityTail: string,
  phone: string | null,
];

const PAGE = 20_000;

/**
 * One reading of the area through a cursor of this transaction: memory holds one page. In the order of the ids, since who is
 * drawn as a stranger goes by place: the same register gives the same probabilities, however the database reads it.
 */
export async function* pagesOfPeople(
  ctx: Context,
  area: { from: string; to: string },
): AsyncGenerator<readonly PersonToMatch[]> {
  // All of it is read: a plan for the first rows walks five million in the order of a key, one page of the disk each.
  await ctx.client.query('set local cursor_tuple_fraction = 1');
  await ctx.client.query(
    `declare people_to_match no scroll cursor for
     select e.elder_id, e.area_code, e.name, e.sex, e.born_on, e.road, e.compound, encode(substr(s.identity_last4_index, 1, 6), 'hex'),
       encode(substr(s.phone_index, 1, 6), 'hex')
     from elders e join elder_sealed s on s.elder_id = e.elder_id where e.area_code >= '${area.from}' and e.area_code < '${area.to}'
     order by e.elder_id`,
  );
  for (;;) {
    const { rows } = await ctx.client.query<PersonToMatch & unknown[]>({
      text: `fetch ${PAGE} from people_to_match`,
      rowMode: 'array',
    });
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await ctx.client.query('close people_to_match');
}
