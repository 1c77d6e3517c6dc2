import { newId } from '#shared/ids.ts';
import type { TestDatabase } from './database.ts';

/** 医疗数据 for the post of this account, as an administrator grants it. */
export const permitMedical = ({ admin }: TestDatabase, accountId: string) =>
  admin.query(
    `insert into post_permissions (change_id, post_id, permission, decision, reason, from_on, by_account, by_name, decided_at)
     select $1, post_id, 'medical', 'granted', '办因病救助', '2025-06-01', account_id, '管理员', '2025-06-01T00:00:00Z'
     from posts where account_id = $2`,
    [newId(), accountId],
  );
