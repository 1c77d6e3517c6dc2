import type { Point } from '#shared/geo.ts';
import type { Ability, Living } from './model.ts';

/** Kinds of GB/T 26341 and grades 1 (worst) to 4. */
export const DISABILITY_KINDS = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const;
export type DisabilityKind = (typeof DISABILITY_KINDS)[number];
export const ECONOMIC_CLASSES = ['普通', '低保', '低收入', '特困'] as const;
export type EconomicClass = (typeof ECONOMIC_CLASSES)[number];

export type DemoContact = { name: string; relation: '儿子' | '女儿' | '侄甥' | '邻居'; phone: string; remote: boolean };

/** One synthetic elder as the loader gets it; nothing here is stored elsewhere, so a loader may pick what its table needs. */
export type DemoElder = {
  elderId: string;
  /** Index within its community: (areaCode, index) names the same person under the same seed for ever. */
  index: number;
  registeredAt: string;
  name: string;
  sex: '男' | '女';
  bornOn: string;
  /** GB/T 3304 name: 汉, 满, 回, 蒙古. */
  nation: string;
  identityNumber: string;
  /** null: has no mobile; reached through a contact. */
  phone: string | null;
  /** GB/T 2261.2: 10, 20, 30, 40. */
  maritalCode: '10' | '20' | '30' | '40';
  /** Community of residence, which answers for the elder. */
  areaCode: string;
  /** Community of household registration, or a province's code (户籍 outside Beijing): 130000000000. */
  hukouArea: string;
  householdId: string;
  spouseId: string | null;
  living: Living;
  /** 留守: village elders living without children. */
  leftBehind: boolean;
  economic: EconomicClass;
  specialFamily: '计划生育特殊家庭' | '烈属军属' | null;
  disability: { kind: DisabilityKind; grade: 1 | 2 | 3 | 4 } | null;
  ability: Ability;
  dementia: boolean;
  diseases: string[];
  road: string;
  /** 小区, or the village's name. */
  estate: string;
  /** 3号楼2单元501; sealed data, never in clear in a table. */
  door: string;
  point: Point;
  wishForVisits: boolean;
  contacts: DemoContact[];
};
