import { areaName } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { isInArea } from '#shared/area-codes.ts';
import * as db from './db.ts';
import type { ReadCredit } from './read-row.ts';
import type { Subject } from './rules.ts';

/** Whom each row concerns, in the directories of the caller's area; or why nobody is meant for certain. */
export async function findSubjects(ctx: Context, rows: readonly ReadCredit[]) {
  const of = (kind: ReadCredit['subjectKind']) => rows.filter(row => row.subjectKind === kind);
  const firms = await db.findFirms(ctx, {
    codes: of('provider').map(row => row.creditCode),
    names: of('provider').map(row => row.name),
  });
  const places = await db.findPlaces(
    ctx,
    of('institution').map(row => row.name),
  );
  const people = await db.findPeople(
    ctx,
    of('practitioner').map(row => row.name),
  );
  return (row: ReadCredit): Subject | string => {
    const found = matching(row, { firms, places, people });
    const [subject] = found;
    if (!subject) return noneWords(row);
    if (found.length > 1) return severalWords(row);
    if (row.creditCode && row.subjectKind === 'provider' && subject.name !== row.name)
      return `统一社会信用代码登记的是“${subject.name}”，和主体名称不一致`;
    return isInArea(subject.areaCode, ctx.actor.areaCode)
      ? subject
      : `“${row.name}”不在${areaName(ctx.actor.areaCode)}，请由它所在的区或市里接收`;
  };
}

type Known = { firms: db.Firm[]; places: Subject[]; people: db.Person[] };
function matching(row: ReadCredit, { firms, places, people }: Known): Subject[] {
  if (row.subjectKind === 'institution') return places.filter(one => one.name === row.name);
  if (row.subjectKind === 'provider')
    return firms.filter(one => (row.creditCode ? one.creditCode === row.creditCode : one.name === row.name));
  return people.filter(one => one.name === row.name && (!row.employer || one.employer === row.employer));
}

const noneWords = (row: ReadCredit): string =>
  row.subjectKind === 'practitioner'
    ? `护理员名册里没有${row.employer ? `“${row.employer}”的` : ''}“${row.name}”`
    : `名录里没有“${row.name}”，请先登记再收`;

const severalWords = (row: ReadCredit): string =>
  row.subjectKind === 'practitioner'
    ? `名册里叫“${row.name}”的不止一位，请写明所在单位`
    : `名录里叫“${row.name}”的不止一家，请写统一社会信用代码或全称`;
