import { useParams } from 'react-router';
import { readServed } from '#contracts/overviews.ts';
import { useQueryOf } from '../../api.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { ClassSections } from './class-sections.tsx';

const TRAIL = [{ title: '我们服务的老人', to: '/desk/served' }];

/** The same view of one person whom the organisation serves today; it closes when the service ends. */
export default function ServedPersonPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readServed, { params: { elderId: id } });
  if (answer.error?.body.code === 'platform.not-found')
    return (
      <>
        <PageHeader title="看不到这位老人" trail={TRAIL} />
        <EmptyState
          icon="person"
          title="不是您单位正在服务的，或服务已经结束"
          acts={<LinkButton to="/desk/served">看我们服务的老人</LinkButton>}
        >
          服务期间才看得到；服务结束当天起关上。
        </EmptyState>
      </>
    );
  return (
    <Loaded whole of={answer} rows={8}>
      {data => (
        <>
          <PageHeader
            record
            title={data.name}
            trail={TRAIL}
            facts={[data.age !== null && `${data.age}岁`, '服务期间看得到', '每打开一类都记下来，老人看得到']}
          />
          <ClassSections data={data} />
        </>
      )}
    </Loaded>
  );
}
