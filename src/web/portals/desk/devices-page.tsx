import { type LoggedInDevice, listSessions, revokeSession } from '#contracts/accounts.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { ErrorState, Loaded } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'device', title: '设备' },
  { key: 'address', title: '网络地址' },
  { key: 'started', title: '登录时间' },
  { key: 'seen', title: '最近使用' },
  { key: 'act', title: '' },
];

export default function DevicesPage() {
  const devices = useQueryOf(listSessions, {});
  return (
    <div className="stack">
      <PageHeader title="登录的设备" facts={['不认识的设备，请让它退出，并马上改密码']} />
      <Loaded of={devices}>
        {({ rows }) => (
          <Table caption="本账号正在登录的设备" columns={COLUMNS}>
            {rows.map(row => (
              <DeviceRow key={row.id} row={row} />
            ))}
          </Table>
        )}
      </Loaded>
    </div>
  );
}

function DeviceRow({ row }: { row: LoggedInDevice }) {
  const today = useBusinessDate();
  const revoke = useWrite(revokeSession);
  return (
    <tr>
      <td>
        <b className="mid">{row.device}</b> {row.current && <Chip>这一台</Chip>}
      </td>
      <td>{row.address}</td>
      <td>{instantWords(row.startedAt, today)}</td>
      <td>{instantWords(row.lastSeenAt, today)}</td>
      <td>
        {!row.current && (
          <Button size="sm" busy={revoke.isPending} onClick={() => revoke.mutate({ params: { id: row.id } })}>
            让它退出
          </Button>
        )}
        {revoke.error && <ErrorState error={revoke.error} />}
      </td>
    </tr>
  );
}
