import { listPublicModels } from '#contracts/filial-models.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { Table } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';

const COLUMNS = [
  { key: 'name', title: '姓名' },
  { key: 'street', title: '街道（乡镇）' },
  { key: 'deeds', title: '事迹' },
];

/** For everybody: lists in notice and published; only who agrees, only name, street and deeds. */
export default function PublicPage() {
  const today = useBusinessDate();
  const answer = useQueryOf(listPublicModels, {});
  return (
    <div className="pub-in">
      <div className="pub-body stack">
        <PageHeader title="孝顺榜样" facts={['社区和街道提名，区民政评选', '本人同意才列出']} />
        <Loaded of={answer}>
          {({ lists }) =>
            lists.length === 0 ? (
              <EmptyState icon="document" title="现在没有公示或公布的名单">
                想推荐身边的人，请找所在的社区或街道，或打12345。
              </EmptyState>
            ) : (
              lists.map(list => (
                <section key={`${list.areaCode} ${list.year}`}>
                  <SectionHead
                    title={`${list.areaName}${list.year}年`}
                    note={
                      list.status === 'noticed'
                        ? `正在公示，到${dateWords(list.noticeTo ?? '', today)}；有意见请找街道或打12345`
                        : `${dateWords(list.publishedOn ?? '', today)}公布`
                    }
                  />
                  {list.models.length === 0 ? (
                    <p className="sm mute">评上的人都没有同意公开姓名。</p>
                  ) : (
                    <Table caption={`${list.areaName}${list.year}年孝顺榜样`} columns={COLUMNS}>
                      {list.models.map(model => (
                        <tr key={`${model.name} ${model.deeds}`}>
                          <td style={{ whiteSpace: 'nowrap' }}>{model.name}</td>
                          <td>{model.streetName}</td>
                          <td>{model.deeds}</td>
                        </tr>
                      ))}
                    </Table>
                  )}
                </section>
              ))
            )
          }
        </Loaded>
      </div>
    </div>
  );
}
