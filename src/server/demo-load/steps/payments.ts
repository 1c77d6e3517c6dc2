import type { NewElder } from '#modules/elders/index.ts';
import { type BulkAccount, insertAccounts, payPastMonth } from '#modules/payments/index.ts';
import { lookup, officeOf, relatedId } from '../lookup.ts';
import { DEMO_BY, type StepContext } from '../step-context.ts';
import { contextOf } from '../step-job.ts';

/** Months paid before the first day; each should have arrived before it began (160号五). */
const PAID = [
  { month: '2025-05', at: '2025-04-27T02:00:00.000Z' },
  { month: '2025-06', at: '2025-05-27T02:00:00.000Z' },
] as const;
const DRAWN = 8;
/** What the bank does not pay, by the account's end (the same as the stand-in bank's). */
const REFUSED = { '0000': '01', '1111': '02' } as const;

/** Accounts of people who are paid; about one in 250 is closed or under another name, so that the return can be seen. */
export async function loadAccounts(
  to: { client: StepContext['client']; keys: StepContext['keys']; now: string },
  people: readonly NewElder[],
): Promise<number> {
  const rows = people.map((person): BulkAccount => {
    const digits = BigInt(`0x${relatedId(person.elderId, 'account').replaceAll('-', '').slice(-12)}`)
      .toString()
      .padStart(15, '0')
      .slice(-12);
    const draw = Number(digits) % 250;
    const end = draw === 0 ? '0000' : draw === 1 ? '1111' : digits.slice(-4).replace(/^(0000|1111|2222|3333)$/, '4821');
    return {
      ...{ elderId: person.elderId, areaCode: person.areaCode, kind: 'elder-card', holder: person.name },
      ...{ number: `6217${digits.slice(0, 8)}${end}`, bank: '北京银行', source: '养老助残卡发卡名册' },
    };
  });
  await insertAccounts({ ...to, by: DEMO_BY }, rows);
  return rows.length;
}

/** The two months before the first day, for the districts of the demo, by their own people and the product's own steps. */
export async function loadPaidMonths(step: StepContext): Promise<number> {
  // The rows have only just come: without statistics a month of thousands takes a minute instead of seconds.
  await step.client.query('select refresh_statistics()');
  const ctx = contextOf(step);
  const districts = [...new Set(step.world.history.map(place => place.districtCode))];
  let rows = 0;
  for (const payerCode of districts) {
    const bureau = [...lookup(step.world).staff.values()].filter(
      s => s.role === 'district' && s.areaCode === payerCode,
    );
    const finance = officeOf(step.world, 'finance', payerCode);
    const [maker, checker] = bureau;
    if (!maker || !checker || !finance) continue;
    const people = { maker: personOf(maker), checker: personOf(checker), finance: personOf(finance) };
    for (const [at, paid] of PAID.entries()) {
      const draw = at === PAID.length - 1 ? DRAWN : 0;
      rows += await payPastMonth(ctx, { payerCode, ...paid, floor: PAID[0].month, ...people, refused: REFUSED, draw });
    }
  }
  return rows;
}

const personOf = (staff: { staffId: string; name: string }) => ({ accountId: staff.staffId, name: staff.name });
