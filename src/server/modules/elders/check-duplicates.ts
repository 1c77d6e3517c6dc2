import type { DuplicateCandidate, checkDuplicates as endpoint } from '#contracts/elders/register.ts';
import type { InputOf, OutputOf } from '#contracts/endpoint.ts';
import { areaNames } from '#modules/areas/index.ts';
import { record } from '#platform/audit/record.ts';
import type { Context } from '#platform/http/context.ts';
import { blindIndexes } from '#platform/secrets/blind-index.ts';
import { ageOn } from '#shared/dates.ts';
import { maskIdentityNumber, readIdentityNumber, tidyIdentityNumber } from '#shared/identity-number.ts';
import { newId } from '#shared/ids.ts';
import { isMobileNumber, maskPhone, tidyPhone } from '#shared/phone.ts';
import * as duplicates from './db/duplicates.ts';
import * as sealed from './db/sealed.ts';
import { likenessOf } from './rules/duplicates.ts';

type Typed = InputOf<typeof endpoint>['body'];

/** What the form shows while somebody types: the number's own facts, who holds it, and who in the area looks alike. */
export async function checkDuplicates(ctx: Context, typed: Typed): Promise<OutputOf<typeof endpoint>> {
  const number = tidyIdentityNumber(typed.identityNumber ?? '');
  const facts = number === '' ? null : readIdentityNumber(number, ctx.today);
  const right = facts && !('because' in facts) ? facts : null;
  const identityTaken = right ? await whoHolds(ctx, number) : null;
  const person = {
    name: typed.name ?? '',
    bornOn: right?.bornOn ?? typed.bornOn ?? null,
    phone: typed.phone ?? null,
    compound: typed.compound ?? null,
    except: identityTaken?.elderId ?? null,
  };
  const candidates = await listCandidates(ctx, person);
  // Who holds the very number is said already; the same record would be told twice.
  const elsewhere = identityTaken ? [] : await listElsewhere(ctx, person);
  await record(ctx, {
    action: 'elders.check-duplicates',
    subject: { kind: 'duplicate-check', id: ctx.requestId },
    areaCode: ctx.actor.areaCode,
    after: { identityTaken: identityTaken !== null, candidates: candidates.length, elsewhere: elsewhere.length },
  });
  return {
    identityTaken,
    candidates,
    elsewhere,
    derived: right && { sex: right.sex, bornOn: right.bornOn, age: ageOn(right.bornOn, ctx.today) },
    identityFault: facts && 'because' in facts ? facts.because : null,
  };
}

/** The holder of an identity number anywhere in the city, said as little as possible. */
export async function whoHolds(ctx: Context, identityNumber: string) {
  const indexes = blindIndexes(ctx.keys, { field: 'identity-number', part: 'whole' }, identityNumber);
  const holder = await sealed.findIdentity(ctx, indexes, newId());
  if (!holder) return null;
  const names = await areaNames(ctx, [holder.districtCode]);
  const districtName = names.get(holder.districtCode) ?? '其他区';
  const doNext = holder.elderId
    ? '这位老人已在您的辖区登记，请打开已有档案'
    : `已在${districtName}登记，请联系${districtName}民政部门办理迁入，不要重复登记`;
  return { elderId: holder.elderId, districtName, doNext };
}

type Person = {
  name: string;
  bornOn: string | null;
  phone: string | null;
  compound: string | null;
  except: string | null;
};

/** Who looks alike outside the caller's area: the district and what agrees, so that the desk asks there before it registers. */
async function listElsewhere(ctx: Context, { phone, ...person }: Person) {
  const found = await duplicates.listElsewhere(ctx, { ...person, phoneIndexes: phoneIndexesOf(ctx, phone) });
  const names = await areaNames(
    ctx,
    found.map(one => one.district_code),
  );
  return found.map(one => ({
    districtName: names.get(one.district_code) ?? '其他区',
    reasons: [one.same_name && '姓名相同', one.same_born && '出生日期相同', one.same_phone && '手机号相同'].filter(
      reason => reason !== false,
    ),
  }));
}

function phoneIndexesOf(ctx: Context, typed: string | null): Buffer[] {
  const phone = tidyPhone(typed ?? '');
  return isMobileNumber(phone) ? blindIndexes(ctx.keys, { field: 'phone', part: 'whole' }, phone) : [];
}

/** Probable duplicates inside the caller's area, the likeliest first, at most ten. */
export async function listCandidates(ctx: Context, person: Person): Promise<DuplicateCandidate[]> {
  const indexes = phoneIndexesOf(ctx, person.phone);
  const near = await duplicates.listNear(ctx, { ...person, phoneIndexes: indexes });
  const { name, bornOn, compound } = person;
  const found = near.flatMap(({ samePhone, ...known }) => {
    if (known.elderId === person.except) return [];
    const likeness = likenessOf({ name, bornOn, compound, hasPhone: indexes.length > 0 }, { ...known, samePhone });
    return likeness ? [{ ...known, ...likeness }] : [];
  });
  const best = found.sort((a, b) => b.score - a.score || (a.elderId < b.elderId ? -1 : 1)).slice(0, 10);
  const opened = await sealed.listSealed(
    ctx,
    best.map(one => one.elderId),
  );
  const names = await areaNames(
    ctx,
    best.map(one => one.areaCode),
  );
  return best.map(({ areaCode, ...one }) => {
    const numbers = opened.get(one.elderId);
    return {
      ...one,
      areaName: names.get(areaCode) ?? areaCode,
      identityMasked: numbers ? maskIdentityNumber(numbers.identityNumber) : '',
      phoneMasked: numbers?.phone ? maskPhone(numbers.phone) : null,
    };
  });
}
