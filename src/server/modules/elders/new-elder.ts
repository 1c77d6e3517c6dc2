import type { Disability, EconomicClass, ElderStatus, Living, ServiceMode } from '#contracts/elders.ts';
import type { CivilDate } from '#shared/dates.ts';

export type NewContact = {
  contactId: string;
  name: string;
  relation: string;
  phone: string;
  isEmergency: boolean;
  livesTogether: boolean;
};

/** A person in plain words, before anything is sealed: what registration, imports, the demo and tests all hand over. */
export type NewElder = {
  elderId: string;
  areaCode: string;
  name: string;
  sex: '男' | '女';
  bornOn: CivilDate;
  identityNumber: string;
  phone: string | null;
  /** Door (3号楼2单元501): sealed. Road and 小区 stand in clear. */
  door: string | null;
  note: string | null;
  nation: string | null;
  maritalStatus: '未婚' | '已婚' | '丧偶' | '离婚' | null;
  hukouAreaCode: string;
  road: string | null;
  compound: string | null;
  /** WGS-84 longitude, latitude. */
  point: readonly [number, number] | null;
  living: Living;
  leftBehind: boolean;
  economicClass: EconomicClass;
  familyPlanningSpecial: boolean;
  militaryFamily: boolean;
  abilityLevel: number | null;
  abilityValidTo: CivilDate | null;
  dementia: boolean;
  disabilities: readonly Disability[];
  diseases: readonly string[];
  wishForVisits: boolean;
  serviceMode: ServiceMode;
  status: Exclude<ElderStatus, 'deceased'>;
  source: 'desk' | 'visit' | 'import' | 'exchange';
  registeredAt: string;
  /** Who looked at the record last, where it comes with that. */
  confirmed?: { on: CivilDate; by: string };
  householdId: string;
  contacts: readonly NewContact[];
};

/** 户籍 in Beijing: community codes of the city begin with 11. */
export const isHukouInBeijing = (hukouAreaCode: string): boolean => hukouAreaCode.startsWith('11');

/** Two kinds or more make 多重残疾 (GB/T 26341—2010). */
export const hasMultipleDisability = (disabilities: readonly Disability[]): boolean =>
  new Set(disabilities.map(d => d.kind)).size > 1;
