import { useEffect } from 'react';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { OUTSIDE_ROLES } from '#contracts/elders/outside.ts';
import { type ElderRecord, readElder } from '#contracts/elders/record.ts';
import { ELDER_STATUS_LABELS, SERVICE_MODE_LABELS } from '#contracts/elders.ts';
import { findMergedInto } from '#contracts/register-quality/pairs.ts';
import { OFFICIALS } from '#contracts/roles.ts';
import { monthWords } from '#shared/dates.ts';
import { useQueryOf } from '../../api.ts';
import { fill, mayOpen } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Slot } from '../../slot.tsx';
import { LinkButton, TextLink } from '../../ui/button.tsx';
import { Facts, TagWithReason } from '../../ui/marks.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { EmptyState, Loaded, Note } from '../../ui/states.tsx';
import { dateWords } from '../../ui/words.ts';
import { Cards } from './cards.tsx';
import { Contacts } from './contacts.tsx';
import { FactSources } from './fact-sources.tsx';
import { Lookers, TimelineSection } from './file-history.tsx';
import { LifeEventLinks } from './life-event-links.tsx';
import { LifeEvents } from './life-events.tsx';
import { NextActions } from './next-actions.tsx';
import { placeName } from './place-name.ts';
import { Unmask } from './unmask.tsx';
import './elders.css';

/** The record of one person: who, state, next action; what other modules know stands in the slots. */
export default function RecordPage() {
  const { id = '' } = useParams();
  const record = useQueryOf(readElder, { params: { id } });
  const role = useRole();
  if (record.error?.body.code === 'platform.not-found') {
    if (mayOpen(OFFICIALS, role)) return <MergedOrNotHere id={id} />;
    if (mayOpen(OUTSIDE_ROLES, role)) return <NotHere id={id} />;
  }
  return (
    <Loaded whole of={record} rows={8}>
      {data => <Record data={data} />}
    </Loaded>
  );
}

/** The old address of a record that was merged into another leads there. */
function MergedOrNotHere({ id }: { id: string }) {
  const role = useRole();
  const answer = useQueryOf(findMergedInto, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {({ elderId }) =>
        elderId ? (
          <Navigate replace to={`${fill('/desk/elders/:id', { id: elderId })}?merged=${id}`} />
        ) : (
          <NotHere id={id} mayLook={mayOpen(OUTSIDE_ROLES, role)} />
        )
      }
    </Loaded>
  );
}

/** A person of another area: the one way there is by a reason. */
function NotHere({ id, mayLook = true }: { id: string; mayLook?: boolean }) {
  return (
    <>
      <PageHeader title="没有找到这份档案" trail={[{ title: '找人', to: '/desk/elders' }]} />
      <EmptyState
        icon="person"
        title="这位老人不在您的辖区，或没有登记"
        acts={mayLook && <LinkButton to={`/desk/outside?elderId=${id}`}>写明理由，跨区查看</LinkButton>}
      >
        <span data-rule>急事要看外区老人的，写明理由可以看3小时，老人所在街道会复核。</span>
      </EmptyState>
    </>
  );
}

function Record({ data }: { data: ElderRecord }) {
  const { elder } = data;
  const role = useRole();
  const official = mayOpen(OFFICIALS, role);
  const merged = useSearchParams()[0].has('merged');
  const community = placeName(data.areaPath.at(-1)?.name ?? '');
  useEffect(() => {
    document.title = `${elder.name}的档案 · 颐年`;
  }, [elder.name]);
  return (
    <>
      <nav className="crumb" aria-label="所在位置">
        <span>
          <Link to="/desk/elders">找人</Link> /
        </span>
        <span>{community} /</span>
        <b aria-current="page">{elder.name}</b>
      </nav>
      {merged && <Note title="原来的一份档案已并入这里">两份档案核实是同一个人，已合并；经过里有两份的全部记录。</Note>}
      <header className="file-head">
        <div>
          <h1>{elder.name}</h1>
          <p className="file-base">
            <b>{elder.diedOn ? `终年${elder.age}岁` : `${elder.age}岁`}</b>
            <Facts
              items={[
                elder.sex,
                `${monthWords(elder.bornOn)}生`,
                placeWords(data),
                elder.away ? AWAY_WORDS[elder.away] : ELDER_STATUS_LABELS[elder.status],
              ]}
            />
          </p>
          <Unmask record={data} allowed={official} />
          <p className="tags">
            {data.tags.map(tag => (
              <TagWithReason key={tag.code} tag={tag.label} reason={tag.reason} />
            ))}
          </p>
          <p className="file-acts">
            <TextLink small to={fill('/desk/elders/:id/overview', { id: elder.elderId })}>
              四类数据
            </TextLink>
            {official && elder.status !== 'deceased' && (
              <TextLink small to={fill('/desk/elders/:id/edit', { id: elder.elderId })}>
                修改档案
              </TextLink>
            )}
            {official && (
              <TextLink small to={fill('/desk/elders/:id/correct', { id: elder.elderId })}>
                提出更正
              </TextLink>
            )}
            {official && elder.status !== 'deceased' && <LifeEventLinks record={data} />}
          </p>
        </div>
        <div>
          <NextActions record={data} />
          <Slot name="desk.elder.next" />
        </div>
      </header>
      <Slot name="desk.elder.life" />
      <div className="file-cols">
        <div>
          <Slot name="desk.elder.main" />
          <Basics data={data} />
        </div>
        <div>
          <LifeEvents id={elder.elderId} allowed={official} />
          <TimelineSection id={elder.elderId} />
        </div>
        <div>
          <Contacts record={data} allowed={official && elder.status !== 'deceased'} />
          <Cards id={elder.elderId} allowed={official && elder.status !== 'deceased'} />
          <Slot name="desk.elder.rail" />
          <Household data={data} />
          <Lookers id={elder.elderId} />
        </div>
      </div>
    </>
  );
}

const AWAY_WORDS = { hospital: '住院中', institution: '住在养老机构', travel: '外出旅居中' } as const;

function placeWords({ elder, areaPath, hukouName }: ElderRecord): string {
  const place = areaPath
    .slice(-2)
    .map(area => placeName(area.name))
    .join('');
  if (elder.hukouAreaCode === elder.areaCode) return `户籍与居住均在${place}`;
  return `住${place}，户籍${placeName(hukouName)}`;
}

function Basics({ data }: { data: ElderRecord }) {
  const { elder } = data;
  const today = useBusinessDate();
  const disabilities = elder.disabilities.map(d => `${d.kind}${['', '一级', '二级', '三级', '四级'][d.grade]}`);
  return (
    <section className="file-section">
      <SectionHead title="基本情况" note={`${data.updatedBy}更新`} />
      <FactList
        items={[
          ['居住方式', `${elder.living}${elder.leftBehind ? '，留守' : ''}`],
          ['住址', [elder.road, elder.compound].filter(Boolean).join(' ')],
          ['户籍', placeName(data.hukouName)],
          ['婚姻', elder.maritalStatus],
          ['民族', elder.nation],
          ['经济状况', elder.economicClass === 'none' ? '一般' : elder.economicClass],
          [
            '特殊家庭',
            [elder.familyPlanningSpecial && '计划生育特殊家庭', elder.militaryFamily && '烈属、军属']
              .filter(Boolean)
              .join('、'),
          ],
          ['残疾', disabilities.join('、')],
          ['慢性病', elder.withheld ?? elder.diseases.join('、')],
          ['失智', elder.dementia ? '是' : null],
          ['探访', elder.wishForVisits ? '愿意' : '不愿意'],
          ['服务方式', SERVICE_MODE_LABELS[elder.serviceMode]],
          ['登记', `${dateWords(elder.registeredAt, today)}`],
        ]}
      />
      <FactSources id={elder.elderId} />
    </section>
  );
}

function Household({ data }: { data: ElderRecord }) {
  const others = data.household.members.filter(member => member.elderId !== data.elder.elderId);
  return (
    <section className="file-section">
      <SectionHead title="同住的老人" />
      {others.length === 0 ? (
        <p className="sm mute">这一户只登记了{data.elder.name}</p>
      ) : (
        <ul className="people-list">
          {others.map(member => (
            <li key={member.elderId}>
              <Link to={fill('/desk/elders/:id', { id: member.elderId })}>
                <b>{member.name}</b>
              </Link>
              <em>{member.age}岁</em>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
