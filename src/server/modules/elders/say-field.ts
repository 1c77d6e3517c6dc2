import {
  ABILITY_LABELS,
  ECONOMIC_CLASS_LABELS,
  type EconomicClass,
  SERVICE_MODE_LABELS,
  type ServiceMode,
} from '#contracts/elders.ts';
import { areaNames } from '#modules/areas/index.ts';
import type { Context } from '#platform/http/context.ts';
import { dayWords, isCivilDate } from '#shared/dates.ts';
import { maskIdentityNumber } from '#shared/identity-number.ts';
import { maskPhone } from '#shared/phone.ts';
import { provinceName } from '#shared/provinces.ts';
import { sayValue } from './change-elder.ts';
import { maskDoor } from './rules/identity.ts';

const GRADES = ['', '一级', '二级', '三级', '四级'];
const AWAY = { hospital: '住院', institution: '住养老机构', travel: '外出旅居' } as const;

/** A field's value as the register's people say it; 空 where nothing stands. */
export async function sayField(ctx: Context, field: string, value: unknown): Promise<string> {
  if (value === null || value === undefined || value === '') return '空';
  if (field === 'hukouAreaCode') {
    const code = String(value);
    return (await areaNames(ctx, [code])).get(code) ?? provinceName(code) ?? code;
  }
  if (field === 'economicClass') return ECONOMIC_CLASS_LABELS[value as EconomicClass];
  if (field === 'serviceMode') return SERVICE_MODE_LABELS[value as ServiceMode];
  if (field === 'abilityLevel') return ABILITY_LABELS[value as number] ?? String(value);
  if (field === 'away') return AWAY[value as keyof typeof AWAY];
  if (field === 'disabilities') {
    const list = value as { kind: string; grade: number }[];
    return list.length === 0 ? '没有' : list.map(d => `${d.kind}${GRADES[d.grade] ?? ''}`).join('、');
  }
  if (field === 'diseases' && (value as string[]).length === 0) return '没有';
  return typeof value === 'string' && isCivilDate(value) ? dayWords(value) : sayValue(value);
}

/** Sealed fields masked; of a note only that there is one. */
export async function maskField(_ctx: Context, field: string, value: unknown): Promise<string> {
  if (value === null || value === undefined || value === '') return '空';
  const text = String(value);
  if (field === 'identityNumber') return maskIdentityNumber(text);
  if (field === 'phone') return maskPhone(text);
  return field === 'door' ? maskDoor(text) : '有备注（不显示）';
}
