import type { EconomicClass } from '#contracts/elders.ts';
import type { NewElder } from '#modules/elders/index.ts';
import { newId } from '#shared/ids.ts';
import type { DemoAssessment, DemoElder } from '../demo/index.ts';

const ABILITIES = ['能力完好', '轻度失能', '中度失能', '重度失能', '完全失能'];
const MARITAL = { '10': '未婚', '20': '已婚', '30': '丧偶', '40': '离婚' } as const;
const ECONOMIC: Record<string, EconomicClass> = { 普通: 'none', 低保: '低保', 低收入: '低收入', 特困: '特困' };

/** A generated person as the register takes it; `assessment` is the newest published one, which dates the ability. */
export function newElder(e: DemoElder, assessment: DemoAssessment | undefined): NewElder {
  const level = ABILITIES.indexOf(e.ability);
  return {
    elderId: e.elderId,
    areaCode: e.areaCode,
    name: e.name,
    sex: e.sex,
    bornOn: e.bornOn,
    identityNumber: e.identityNumber,
    phone: e.phone,
    door: e.door,
    note: null,
    nation: e.nation,
    maritalStatus: MARITAL[e.maritalCode],
    hukouAreaCode: e.hukouArea,
    road: e.road,
    compound: e.estate,
    point: e.point,
    living: e.living,
    leftBehind: e.leftBehind,
    economicClass: ECONOMIC[e.economic] ?? 'none',
    familyPlanningSpecial: e.specialFamily === '计划生育特殊家庭',
    militaryFamily: e.specialFamily === '烈属军属',
    // The able are mostly never assessed; whoever is disabled was found so by the survey of the street.
    abilityLevel: level > 0 || assessment ? level : null,
    abilityValidTo: assessment?.validTo ?? null,
    dementia: e.dementia,
    disabilities: disabilitiesOf(e),
    diseases: e.diseases,
    wishForVisits: e.wishForVisits,
    serviceMode: e.living === '住养老机构' ? 'institution' : 'home',
    status: 'active',
    source: 'desk',
    registeredAt: e.registeredAt,
    householdId: e.householdId,
    contacts: e.contacts.map(contact => ({
      contactId: newId(),
      name: contact.name,
      relation: contact.relation,
      phone: contact.phone,
      isEmergency: true,
      livesTogether: e.living === '与子女同住' && !contact.remote,
    })),
  };
}

/** 多重 is no kind of its own in the register (GB/T 26341): it is two kinds on one certificate. */
function disabilitiesOf({ disability }: DemoElder): NewElder['disabilities'] {
  if (!disability) return [];
  const { kind, grade } = disability;
  if (kind !== '多重') return [{ kind, grade }];
  return [
    { kind: '肢体', grade },
    { kind: '听力', grade: Math.min(4, grade + 1) },
  ];
}
