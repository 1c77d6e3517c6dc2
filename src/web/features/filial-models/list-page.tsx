import { useParams } from 'react-router';
import { FILIAL_YEAR_STATUS_LABELS } from '#contracts/filial-lifecycle.ts';
import { listFilialYears, listNominees } from '#contracts/filial-models.ts';
import { useQueryOf } from '../../api.ts';
import { filesOf } from '../../files-of.ts';
import { useBusinessDate } from '../../session.ts';
import { Button } from '../../ui/button.tsx';
import { FilesMenu } from '../../ui/files-menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

/** The year's list on A4: name, street, deeds. */
export default function ListPage() {
  const { id = '' } = useParams();
  const today = useBusinessDate();
  const query = { yearId: id, status: 'selected' as const, limit: 200 };
  const years = useQueryOf(listFilialYears, {});
  const answer = useQueryOf(listNominees, { query });
  const year = years.data?.rows.find(each => each.id === id);
  return (
    <Loaded whole of={years}>
      {() => (
        <>
          <PageHeader
            title={year ? `${year.areaName}${year.year}年孝顺榜样名单` : '没有找到这一年的名单'}
            trail={[{ title: '孝顺榜样', to: '/desk/filial-models' }]}
            facts={year ? [FILIAL_YEAR_STATUS_LABELS[year.status]] : []}
          >
            <FilesMenu files={filesOf(listNominees, { query })} />
            <Button look="go" icon="print" onClick={() => window.print()}>
              打印
            </Button>
          </PageHeader>
          <Loaded of={answer}>
            {({ rows }) =>
              rows.length === 0 || !year ? (
                <EmptyState icon="document" title="这一年还没有评上的人" />
              ) : (
                <article className="print-sheet" aria-label="名单">
                  <h2>
                    {year.areaName}
                    {year.year}年“孝顺榜样”名单
                  </h2>
                  <table>
                    <caption className="visually-hidden">评上的人、街道和事迹</caption>
                    <thead>
                      <tr>
                        <th scope="col">姓名</th>
                        <th scope="col">街道（乡镇）</th>
                        <th scope="col">事迹</th>
                      </tr>
                    </thead>
                    <tbody>
                      {[...rows].reverse().map(row => (
                        <tr key={row.id}>
                          <td>{row.name}</td>
                          <td>{row.streetName}</td>
                          <td>{row.deeds}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                  <p>
                    共{rows.length}名。{year.areaName}民政，{dateWords(year.publishedOn ?? today)}。
                  </p>
                </article>
              )
            }
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
