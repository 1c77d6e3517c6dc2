import type pg from 'pg';
import { newId } from '#shared/ids.ts';

/** Marks a new database as demo or production, once and for ever; the demo's date starts where its story does. */
export async function initialiseSite(
  owner: pg.ClientBase,
  site: { mode: 'demo' | 'production'; businessDate: string },
) {
  const { rows } = await owner.query<{ mode: string }>('select mode from sites');
  const known = rows[0]?.mode;
  if (known && known !== site.mode) {
    const words = { demo: '演示', production: '正式' } as Record<string, string>;
    throw new Error(
      `这个库建立时定为${words[known]}系统，不能当${words[site.mode]}系统启动。请换一个 YINIAN_DATA 或数据库`,
    );
  }
  if (known) return;
  await owner.query('insert into sites (mode, site_id) values ($1, $2)', [site.mode, newId()]);
  await owner.query('insert into site_clock (business_date) values ($1)', [site.businessDate]);
}
