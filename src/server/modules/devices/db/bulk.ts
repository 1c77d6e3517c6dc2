import type pg from 'pg';

export type DemoDevice = {
  deviceId: string;
  serial: string;
  elderId: string;
  areaCode: string;
  keeperId: string | null;
  installedOn: string;
  status: 'installed' | 'online';
  lastReadingAt: string | null;
  /** Left out for a device whose messages nobody simulates: it is then never found offline. */
  lastHeardAt?: string | null;
  salt: Buffer;
  hash: Buffer;
};

/** For loaders, as batch: one statement for any number of devices and their bindings. */
export async function insertDevices(client: pg.ClientBase, devices: readonly DemoDevice[]): Promise<void> {
  const column = <K extends keyof DemoDevice>(key: K) => devices.map(device => device[key] ?? null);
  await client.query(
    `insert into devices (device_id, kind, serial, status, elder_id, area_code, keeper_id, installed_on, last_reading_at, last_heard_at)
     select d.device_id, 'water-meter', d.serial, d.status, d.elder_id, d.area_code, d.keeper_id, d.installed_on, d.last_reading_at, d.last_heard_at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::date[], $8::timestamptz[], $9::timestamptz[])
       d (device_id, serial, status, elder_id, area_code, keeper_id, installed_on, last_reading_at, last_heard_at)`,
    [
      column('deviceId'),
      column('serial'),
      column('status'),
      column('elderId'),
      column('areaCode'),
      column('keeperId'),
      column('installedOn'),
      column('lastReadingAt'),
      column('lastHeardAt'),
    ],
  );
  await client.query(
    `insert into device_bindings (serial, device_id, secret_salt, secret_hash, bound_at)
     select b.serial, b.device_id, b.salt, b.hash, b.bound_on
     from unnest($1::text[], $2::uuid[], $3::bytea[], $4::bytea[], $5::date[]) b (serial, device_id, salt, hash, bound_on)`,
    [column('serial'), column('deviceId'), column('salt'), column('hash'), column('installedOn')],
  );
}

export type DemoReadings = { deviceId: string; areaCode: string; ats: string[]; litres: number[] };

/** For loaders, as batch: the readings of one device; `received_at` is the reading's own time. */
export async function insertReadings(client: pg.ClientBase, given: DemoReadings): Promise<void> {
  await client.query(
    `insert into readings (device_id, at, litres, area_code, received_at)
     select $1, r.at, r.litres, $2, r.at from unnest($3::timestamptz[], $4::real[]) r (at, litres) on conflict do nothing`,
    [given.deviceId, given.areaCode, given.ats, given.litres],
  );
}
