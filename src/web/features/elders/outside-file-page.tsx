import { useParams } from 'react-router';
import { readOutside } from '#contracts/elders/outside.ts';
import { ABILITY_LABELS, ELDER_STATUS_LABELS } from '#contracts/elders.ts';
import type { OutputOf } from '#contracts/endpoint.ts';
import { useQueryOf } from '../../api.ts';
import { useBusinessDate } from '../../session.ts';
import { TagWithReason } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded, Note } from '../../ui/states.tsx';
import { instantWords } from '../../ui/words.ts';
import { placeName } from './place-name.ts';
import './elders.css';

/** One person of another area, to read: no button on this page changes anything. Read again now and then, until it ends. */
export default function OutsideFilePage() {
  const { id = '' } = useParams();
  const answer = useQueryOf(readOutside, { params: { id } }, { refreshEveryMs: 600_000 });
  return (
    <Loaded whole of={answer}>
      {data => <File data={data} />}
    </Loaded>
  );
}

function File({ data }: { data: OutputOf<typeof readOutside> }) {
  const today = useBusinessDate();
  const { look, record, reach } = data;
  const { elder } = record;
  const disabilities = elder.disabilities.map(d => `${d.kind}${['', '一级', '二级', '三级', '四级'][d.grade]}`);
  return (
    <>
      <PageHeader
        title={elder.name}
        trail={[{ title: '跨区查看', to: '/desk/outside' }]}
        facts={[`${elder.sex}，${elder.age}岁`, look.homeName, ELDER_STATUS_LABELS[elder.status]]}
        record
      />
      <Note tone="warn" title={`只能看，到${instantWords(look.until, today)}`}>
        {look.purpose}：{look.reason}。每次打开都会记下，老人所在街道会复核。
      </Note>
      <p className="tags">
        {record.tags.map(tag => (
          <TagWithReason key={tag.code} tag={tag.label} reason={tag.reason} />
        ))}
      </p>
      <SectionHead title="怎么联系" note={reach ? undefined : '这个用途只显示隐去的号码'} />
      <FactList
        items={[
          ['手机', reach ? (reach.phone ?? '没有登记') : record.phoneMasked],
          [
            '住址',
            [
              record.areaPath
                .slice(-2)
                .map(area => placeName(area.name))
                .join(''),
              elder.road,
              elder.compound,
              reach?.door ?? record.doorMasked,
            ]
              .filter(Boolean)
              .join(' '),
          ],
          ...(reach?.contacts ?? []).map(one => [one.relation, `${one.name} ${one.phone}`] as const),
          ...(reach ? [] : record.contacts.map(one => [one.relation, `${one.name} ${one.phoneMasked}`] as const)),
        ]}
      />
      <SectionHead title="基本情况" />
      <FactList
        items={[
          ['证件', record.identityMasked],
          ['居住方式', elder.living],
          ['健康信息', elder.withheld],
          [
            '能力等级',
            elder.abilityLevel !== null ? ABILITY_LABELS[elder.abilityLevel] : elder.withheld ? null : '没有评估',
          ],
          ['失智', elder.dementia ? '是' : null],
          ['残疾', disabilities.join('、')],
          ['慢性病', elder.diseases.join('、')],
          ['户籍', placeName(record.hukouName)],
        ]}
      />
    </>
  );
}
