import { useParams } from 'react-router';
import { CREDIT_KIND_LABELS, listCreditOf, SHARING_SCOPE_LABELS } from '#contracts/credit-records.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'what', title: '内容' },
  { key: 'source', title: '来源部门和归集时间' },
  { key: 'scope', title: '共享范围' },
];

/** What departments hold on this provider, place or caregiver, as far as it is shared with the reader. */
export default function CreditPanel() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const answer = useQueryOf(listCreditOf, { params: { subjectId: id } });
  return (
    <section>
      <SectionHead title="信用信息" note="按共享范围列出" />
      <Loaded of={answer} rows={1}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="sm mute">没有共享给您的信用信息。</p>
          ) : (
            <Table caption="信用信息" columns={COLUMNS}>
              {rows.map(row => (
                <tr key={row.id}>
                  <td>
                    {row.content}
                    <span className="row-note">
                      {CREDIT_KIND_LABELS[row.kind]}，{dateWords(row.happenedOn, today)}
                    </span>
                  </td>
                  <td>
                    {row.department}
                    <span className="row-note">
                      {row.sourceNumber}，{instantWords(row.collectedAt, today)}收
                    </span>
                  </td>
                  <td>{SHARING_SCOPE_LABELS[row.scope]}</td>
                </tr>
              ))}
            </Table>
          )
        }
      </Loaded>
    </section>
  );
}
