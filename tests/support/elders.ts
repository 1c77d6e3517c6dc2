import type pg from 'pg';
import { newId } from '#shared/ids.ts';

export type TestElder = {
  areaCode: string;
  name?: string;
  bornOn?: string;
  economicClass?: string;
  hukouInBeijing?: boolean;
  disabilities?: { kind: string; grade: number }[];
  abilityLevel?: number;
  status?: string;
  diedOn?: string;
};

/** Puts one elder into the register as the superuser; answers the id. For modules that need a person, not the register. */
export async function addElder(admin: pg.ClientBase, elder: TestElder): Promise<string> {
  const id = newId();
  await admin.query(
    `insert into elders (elder_id, area_code, name, sex, born_on, hukou_area_code, hukou_in_beijing, road, compound, living,
       economic_class, disabilities, ability_level, status, died_on, source, registered_at, confirmed_on,
       updated_at, updated_by)
     values ($1, $2, $3, '女', $4, $2, $5, '景山前街', '幸福里', '独居', $6, $7, $8, $9, $10, 'desk',
       '2024-01-02T02:00:00Z', '2024-01-02', '2024-01-02T02:00:00Z', '测试')`,
    [
      ...[id, elder.areaCode, elder.name ?? '王秀英', elder.bornOn ?? '1940-03-05', elder.hukouInBeijing ?? true],
      ...[elder.economicClass ?? 'none', JSON.stringify(elder.disabilities ?? []), elder.abilityLevel ?? null],
      ...[elder.status ?? 'active', elder.diedOn ?? null],
    ],
  );
  return id;
}
