import { useParams } from 'react-router';
import { readOverview } from '#contracts/overviews.ts';
import { useQueryOf } from '../../api.ts';
import { fill } from '../../paths.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { ClassSections } from './class-sections.tsx';

/** 四类数据 of one person, for officials; reached from the file. */
export default function OverviewPage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readOverview, { params: { elderId: id } });
  return (
    <Loaded whole of={answer} rows={8}>
      {data => (
        <>
          <PageHeader
            record
            title={`${data.name}的四类数据`}
            trail={[
              { title: '找人', to: '/desk/elders' },
              { title: data.name, to: fill('/desk/elders/:id', { id }) },
            ]}
            facts={[data.age !== null && `${data.age}岁`, data.areaName, '每打开一类都记下来，老人看得到']}
          />
          <ClassSections data={data} />
        </>
      )}
    </Loaded>
  );
}
