import { readSmsSettings, type SmsTemplate } from '#contracts/messages.ts';
import { useQueryOf } from '../../api.ts';
import { Chip } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';

const COLUMNS = [
  { key: 'title', title: '哪一类消息' },
  { key: 'name', title: '配置里的名称' },
  { key: 'code', title: '运营商的模板代码' },
];

/** What the site's configuration says; it is changed where the server is started, not here. */
export default function SettingsPage() {
  const answer = useQueryOf(readSmsSettings, {});
  return (
    <>
      <PageHeader title="系统设置" facts={['由运行的人在服务器上配置，改后重启']} />
      <section>
        <Loaded of={answer} rows={6}>
          {({ connected, sign, rows }) => (
            <>
              <SectionHead title="短信" note={connected ? `已接通，签名【${sign}】` : '没有接通短信服务'} />
              <State connected={connected} rows={rows} />
              <Table caption="每类消息报备的短信模板" columns={COLUMNS}>
                {rows.map(row => (
                  <tr key={row.name}>
                    <td>
                      {row.title}
                      {row.urgent && <span className="row-note">紧急，夜里也发</span>}
                    </td>
                    <td>{row.name}</td>
                    <td>{row.code ?? <Chip tone={connected ? 'over' : 'plain'}>没有配置</Chip>}</td>
                  </tr>
                ))}
              </Table>
            </>
          )}
        </Loaded>
      </section>
    </>
  );
}

function State({ connected, rows }: { connected: boolean; rows: readonly SmsTemplate[] }) {
  const missing = rows.filter(row => row.code === null).length;
  if (!connected)
    return (
      <Note title="短信都不发">
        站内信照常送达，要告知本人的转为打电话。接通请配置SMS_URL、SMS_SECRET、SMS_SIGN和SMS_TEMPLATES。
      </Note>
    );
  if (missing === 0) return null;
  return (
    <Note tone="warn" title={`有${missing}类消息没有模板代码，这几类短信不发`}>
      运营商只发报备过的模板。报备后写进SMS_TEMPLATES，如YN_ALARM=SMS_4711,YN_LETTER=SMS_4712。
    </Note>
  );
}
