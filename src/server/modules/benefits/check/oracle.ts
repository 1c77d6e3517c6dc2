import type { Person } from '#contracts/benefits/person.ts';
import type { Scheme } from '#contracts/benefits/schemes.ts';

/**
 * A second calculation of 京民养老发〔2019〕160号, written straight from its text in another style (text dates, one claim
 * after another, amounts in yuan) and sharing no code with the rules. Only tests use it.
 */
type Claim = { yuan: number; start: string };
type Dates = Partial<Record<Scheme, string | null>> | null | undefined;

const month = (day: string) => day.slice(0, 7);
const latest = (...days: string[]) => days.toSorted().at(-1) ?? '';

/** 六个月后的同一天；没有这一天的取月末。 */
function later(day: string, months: number): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  const lastOfTarget = new Date(Date.UTC(y, m + months, 0));
  const target = new Date(Date.UTC(y, m - 1 + months, Math.min(d, lastOfTarget.getUTCDate())));
  return target.toISOString().slice(0, 10);
}

/** 满 n 周岁的那一天；2 月 29 日生的，平年顺延到 3 月 1 日 (a JS Date rolls over by itself). */
function turns(person: Person, years: number): string {
  const [y, m, d] = person.bornOn.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(y + years, m - 1, d)).toISOString().slice(0, 10);
}

function begins(met: string, asked: string): string {
  if (asked <= met) return month(met);
  return asked > later(met, 6) ? month(asked) : month(met);
}

const after = (event: string | null | undefined, m: string) => Boolean(event) && m > month(event as string);

function outOfReach(person: Person, m: string, scheme: Scheme): boolean {
  const beijing = person.hukouLeftOn ? !after(person.hukouLeftOn, m) : person.hukouInBeijing;
  const inPrison = after(person.imprisonedOn, m) && !after(person.releasedOn, m);
  return (
    m < '2019-10' ||
    !beijing ||
    inPrison ||
    after(person.diedOn, m) ||
    after(person.declaredMissingOn, m) ||
    after((person.conditionsLostOn as Dates)?.[scheme], m) ||
    after((person.reviewFailedOn as Dates)?.[scheme], m)
  );
}

function others(person: Person): { code: string; yuan: number }[] {
  return (person.otherBenefits ?? []).map(each =>
    typeof each === 'string'
      ? { code: each, yuan: Number.POSITIVE_INFINITY }
      : { code: each.code, yuan: each.amountFen == null ? Number.POSITIVE_INFINITY : each.amountFen / 100 },
  );
}

const holds = (person: Person, ...codes: string[]) => others(person).some(each => codes.includes(each.code));
const rival = (person: Person, ...codes: string[]) =>
  Math.max(-1, ...others(person).flatMap(each => (codes.includes(each.code) ? [each.yuan] : [])));

function hardship(person: Person, m: string): Claim[] {
  if (person.economicClass === '特困' || holds(person, 'destitute-support', 'work-injury-care')) return [];
  if (holds(person, 'disabled-living-allowance')) return [];
  let yuan = 0;
  if (person.familyPlanningSpecial) yuan = 100;
  if (person.economicClass === '低收入') yuan = 200;
  if (person.economicClass === '低保' || holds(person, 'urban-hardship-grant')) yuan = 300;
  if (rival(person, 'duty-disability-living', 'retired-cadre-living', 'other-welfare-living') >= yuan) return [];
  const asked = person.appliedOn?.hardship;
  if (!asked || yuan === 0 || m < month(turns(person, 60))) return [];
  const met = latest(person.conditionsMetOn?.hardship ?? asked, turns(person, 60), '2019-10-01');
  return [{ yuan, start: begins(met, asked) }];
}

function cardYuan(person: Person): number {
  const has = (kinds: string, grade: number) =>
    (person.disabilities ?? []).some(each => kinds.includes(each.kind) && each.grade === grade);
  if (has('视力肢体智力精神', 1)) return 600;
  if (person.multipleDisability && has('智力精神', 2)) return 600;
  if (has('视力肢体智力精神', 2) || has('智力精神', 3)) return 400;
  return has('听力言语', 1) || has('听力言语', 2) ? 200 : 0;
}

function care(person: Person, m: string): Claim[] {
  const barred = ['bravery-disability-care', 'returned-youth-care', 'institution-placement-subsidy'];
  if (person.economicClass === '特困' || holds(person, 'destitute-support', 'work-injury-care', ...barred)) return [];
  if (holds(person, 'disabled-care-allowance') || m < month(turns(person, 60))) return [];
  const floor = latest(turns(person, 60), '2019-10-01');
  const asked = person.appliedOn?.care;
  const metGiven = person.conditionsMetOn?.care;
  const claims: Claim[] = [];
  const assessed = person.abilityAssessedOn;
  if ((person.abilityLevel ?? 0) >= 3 && assessed && m <= month(later(assessed, 12))) {
    const trigger = asked && asked < assessed ? asked : assessed;
    claims.push({ yuan: 600, start: begins(latest(metGiven ?? assessed, floor), trigger) });
  }
  if (cardYuan(person) > 0 && asked)
    claims.push({ yuan: cardYuan(person), start: begins(latest(metGiven ?? asked, floor), asked) });
  const best = Math.max(0, ...claims.filter(each => each.start <= m).map(each => each.yuan));
  const higher = rival(person, 'duty-disability-care', 'retired-cadre-care', 'other-welfare-care') >= best;
  return higher ? [] : claims;
}

function advancedAge(person: Person, m: string): Claim[] {
  const asked = person.appliedOn?.advancedAge;
  const band = [100, 90, 80].find(years => m >= month(turns(person, years)));
  if (!asked || !band) return [];
  const met = latest(person.conditionsMetOn?.advancedAge ?? '', turns(person, 80), '2019-10-01');
  return [{ yuan: band === 100 ? 800 : band === 90 ? 500 : 100, start: begins(met, asked) }];
}

const CLAIMS = { hardship, care, advancedAge };

/** Yuan of the month and first month of payment, or 0 and null. */
export function expected(person: Person, m: string, scheme: Scheme): { yuan: number; from: string | null } {
  if (outOfReach(person, m, scheme)) return { yuan: 0, from: null };
  const running = CLAIMS[scheme](person, m).filter(each => each.start <= m);
  if (running.length === 0) return { yuan: 0, from: null };
  return {
    yuan: Math.max(...running.map(each => each.yuan)),
    from: running.map(each => each.start).toSorted()[0] ?? null,
  };
}
