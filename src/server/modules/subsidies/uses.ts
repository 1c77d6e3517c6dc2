import { DomainError } from '#contracts/errors.ts';
import type { PlaceUse, UseRow } from '#contracts/subsidies.ts';
import { USE_KIND_LABELS, type UseKind } from '#contracts/subsidy-lifecycle.ts';
import { areaName } from '#modules/areas/index.ts';
import { compareWithRegister } from '#modules/elders/index.ts';
import { record } from '#platform/audit/record.ts';
import { asBatch } from '#platform/database/as-batch.ts';
import type { Context } from '#platform/http/context.ts';
import { pageOf, readCursor } from '#platform/http/paging.ts';
import { dayWords } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import * as db from './db-uses.ts';
import { KINDS_OF_PLACE } from './rules.ts';

export const CITY = '110000000000';

const placeUseOf = (row: db.UseRecord): PlaceUse => ({
  ...{ id: row.use_id, kind: row.kind, facilityId: row.facility_id, facilityName: row.facility_name },
  ...{ areaCode: row.area_code, areaName: areaName(row.area_code), elderId: row.elder_id, elderName: row.elder_name },
  ...{ fromOn: row.from_on, toOn: row.to_on, number: row.number, billFen: row.bill_fen },
  withdrawn: row.withdrawn_by ? { by: row.withdrawn_by, because: row.withdrawn_because ?? '' } : null,
  ...{ endedBecause: row.ended_because, enteredBy: row.entered_by, enteredAt: row.entered_at },
});

type Asked = {
  kind?: string | undefined;
  facilityId?: string | undefined;
  month?: string | undefined;
  cursor?: string | undefined;
  limit: number;
};

export async function readUses(ctx: Context, asked: Asked) {
  const filter = { kind: asked.kind ?? null, facilityId: asked.facilityId ?? null, month: asked.month ?? null };
  const found = await db.listUses(ctx, { ...filter, after: readCursor(asked.cursor), limit: asked.limit + 1 });
  const { kept, nextCursor } = pageOf(found, asked.limit, row => [row.entered_at, row.use_id]);
  ctx.saw(...kept.map(row => row.elder_id));
  return { rows: kept.map(placeUseOf), nextCursor, total: await db.countUses(ctx, filter) };
}

const ownOnly = (ctx: Context): string | null => ctx.actor.organisationId;

export async function readPlaces(ctx: Context) {
  const places = await db.listPlaces(ctx, { kinds: Object.keys(KINDS_OF_PLACE), organisationId: ownOnly(ctx) });
  const rows = places.map(place => ({
    ...{ id: place.facility_id, name: place.name, areaName: areaName(place.area_code) },
    kinds: [...(KINDS_OF_PLACE[place.kind] ?? [])],
  }));
  return { rows };
}

type Given = { facilityId: string; kind: UseKind; rows: readonly UseRow[] };

/** Good rows are kept, each other one is answered with its number and why; the same row twice is a problem, not a second use. */
export async function enterUses(ctx: Context, given: Given) {
  const kinds = Object.keys(KINDS_OF_PLACE);
  const [place] = await db.listPlaces(ctx, { kinds, organisationId: ownOnly(ctx), ids: [given.facilityId] });
  if (!place) throw new DomainError('platform.not-found', '没有找到这一处，或不在您的辖区、不是本单位的');
  if (!KINDS_OF_PLACE[place.kind]?.includes(given.kind)) throw new DomainError('subsidies.wrong-place');
  return asBatch(ctx, { areaCode: CITY, why: '登记签约、入住、就餐（老人可能住在外区）' }, async inner => {
    const found = await compareWithRegister(
      inner,
      given.rows.map(row => ({ identityNumber: row.identityNumber, name: row.name, bornOn: null, says: {} })),
    );
    const problems: { row: number; because: string }[] = [];
    for (const [at, row] of given.rows.entries()) {
      const person = found[at];
      const because =
        person?.kind === 'found'
          ? await enterOne(inner, { place, kind: given.kind, row }, person.elder)
          : person?.because;
      if (because) problems.push({ row: at + 1, because });
    }
    const entered = given.rows.length - problems.length;
    const subject = { kind: 'facility', id: place.facility_id };
    const note = `${USE_KIND_LABELS[given.kind]}：记下 ${entered} 行，有问题 ${problems.length} 行`;
    await record(inner, { action: 'subsidies.enter', subject, areaCode: place.area_code, note });
    return { entered, problems };
  });
}

type One = { place: db.PlaceRecord; kind: UseKind; row: UseRow };
type Person = { elderId: string; name: string; diedOn?: string | null };

async function enterOne(ctx: Context, { place, kind, row }: One, person: Person): Promise<string | undefined> {
  const toOn = kind === 'meal' ? row.fromOn : (row.toOn ?? null);
  const refusal = refuseRow(ctx, { place, kind, row }, { toOn, diedOn: person.diedOn ?? null });
  if (refusal) return refusal;
  const clash = await db.findClash(ctx, { elderId: person.elderId, kind, fromOn: row.fromOn, toOn });
  if (clash) {
    const said = { agreement: '签约', stay: '入住', meal: '就餐' }[kind];
    return `${dayWords(clash.from_on)}起已在${clash.facility_name}${said}${kind === 'meal' ? '（每人每天补一次）' : '，没有结束'}`;
  }
  const id = newId();
  await db.insertUse(ctx, {
    ...{ use_id: id, kind, facility_id: place.facility_id, facility_name: place.name, area_code: place.area_code },
    ...{ organisation_id: place.organisation_id, elder_id: person.elderId, elder_name: person.name },
    ...{ from_on: row.fromOn, to_on: toOn, number: kind === 'agreement' ? (row.number ?? null) : null },
    bill_fen: kind === 'meal' ? (row.billFen ?? null) : null,
  });
  const subject = { kind: 'place-use', id };
  const of = { elderId: person.elderId, areaCode: place.area_code };
  await record(ctx, {
    action: `subsidies.enter-${kind}`,
    subject,
    ...of,
    note: `${place.name}，${dayWords(row.fromOn)}`,
  });
  return undefined;
}

function refuseRow(ctx: Context, { place, kind, row }: One, of: { toOn: string | null; diedOn: string | null }) {
  if (row.fromOn > ctx.today) return '日期在今天之后';
  if (place.opened_on && row.fromOn < place.opened_on) return `${dayWords(place.opened_on)}才开业`;
  if (of.toOn && of.toOn < row.fromOn) return '结束日期早于开始日期';
  if (of.diedOn && row.fromOn > of.diedOn) return `老人已于${dayWords(of.diedOn)}去世`;
  if (kind === 'agreement' && !row.number) return '没有协议编号';
  if (kind === 'meal' && row.billFen === undefined) return '没有餐费';
  return undefined;
}

export async function endUse(ctx: Context, id: string, given: { toOn: string; because: string }): Promise<PlaceUse> {
  const row = await db.findUse(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条记录，或不在您的辖区');
  if (row.withdrawn_by) throw new DomainError('platform.wrong-state', '这条记录已经撤销');
  if (row.to_on) throw new DomainError('platform.wrong-state', `已于${dayWords(row.to_on)}结束`);
  if (given.toOn < row.from_on || given.toOn > ctx.today)
    throw new DomainError('platform.invalid-input', undefined, { toOn: `应在${dayWords(row.from_on)}到今天之间` });
  await db.endUse(ctx, id, given);
  ctx.saw(row.elder_id);
  const subject = { kind: 'place-use', id };
  const of = { elderId: row.elder_id, areaCode: row.area_code };
  await record(ctx, { action: 'subsidies.end', subject, ...of, note: `${given.toOn}：${given.because}` });
  return placeUseOf({ ...row, to_on: given.toOn, ended_because: given.because });
}

/** A record entered by mistake stops counting; a month that was paid with it is computed again by the office. */
export async function withdrawUse(ctx: Context, id: string, because: string): Promise<PlaceUse> {
  const row = await db.findUse(ctx, id);
  if (!row) throw new DomainError('platform.not-found', '没有找到这条记录，或不在您的辖区');
  if (row.withdrawn_by) throw new DomainError('platform.wrong-state', '这条记录已经撤销');
  await db.withdrawUse(ctx, id, because);
  ctx.saw(row.elder_id);
  const subject = { kind: 'place-use', id };
  const of = { elderId: row.elder_id, areaCode: row.area_code };
  await record(ctx, { action: 'subsidies.withdraw', subject, ...of, note: because });
  return placeUseOf({ ...row, withdrawn_by: ctx.actor.name, withdrawn_because: because });
}
