import { useState } from 'react';
import {
  type Agreement,
  assignBlind,
  listBlindAssessors,
  readSample,
  type Sample,
  type SampleMember,
} from '#contracts/assessments/quality.ts';
import { ABILITY_LEVEL_LABELS, ABILITY_LEVELS } from '#contracts/assessments/scales.ts';
import { useQueryOf, useWrite } from '../../api.ts';
import { fill } from '../../paths.ts';
import { useBusinessDate, useRole } from '../../session.ts';
import { Button, TextLink } from '../../ui/button.tsx';
import { DateInput, Select, TextInput } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Dialog } from '../../ui/overlay.tsx';
import { PageHeader, SectionHead } from '../../ui/page-header.tsx';
import { FactList } from '../../ui/record-parts.tsx';
import { Loaded } from '../../ui/states.tsx';
import { dateWords, instantWords } from '../../ui/words.ts';
import { levelWords } from './assessment-words.ts';

/** One draw: seed and population, how far the two assessments agree, and the people in it. */
export function SampleDetail({ id }: { id: string }) {
  const answer = useQueryOf(readSample, { params: { id } });
  return (
    <Loaded whole of={answer}>
      {data => <Body data={data} />}
    </Loaded>
  );
}

function Body({ data }: { data: Sample }) {
  const today = useBusinessDate();
  const [asked, ask] = useState<SampleMember | null>(null);
  return (
    <>
      <PageHeader
        record
        title={`盲评抽样，${dateWords(data.from, today)}至${dateWords(data.to, today)}公布的`}
        trail={[
          { title: '能力评估', to: '/desk/assessments' },
          { title: '盲评抽样', to: '/desk/assessments/samples' },
        ]}
        facts={[data.areaName, `${data.population}份里抽${data.size}份`, `已评${data.done}份`]}
      />
      <div className="stack assess-wide">
        <AgreementView agreement={data.agreement} />
        <section>
          <SectionHead title="抽中的" />
          <ul className="stack">
            {data.members.map(member => (
              <Member key={member.assessmentId} member={member} today={today} ask={() => ask(member)} />
            ))}
          </ul>
        </section>
        <section>
          <SectionHead title="怎么抽的" note="种子和名单都在，谁都可以复算" />
          <FactList
            items={[
              ['种子', data.seed],
              ['办法', '每份评估的编号前加种子，取 SHA-256，按结果从小到大取前几份'],
              ['抽取', `${data.drawnBy}，${instantWords(data.drawnAt, today)}`],
              ['说明', data.note],
            ]}
          />
        </section>
      </div>
      <Dialog title="派盲评的评估员" open={asked !== null} close={() => ask(null)}>
        {asked && <AssignForm sampleId={data.id} member={asked} done={() => ask(null)} />}
      </Dialog>
    </>
  );
}

function Member({ member, today, ask }: { member: SampleMember; today: string; ask: () => void }) {
  const role = useRole();
  const { first, second } = member;
  const differs = second?.level !== null && second !== null && second.level !== first.level;
  return (
    <li>
      <TextLink to={fill('/desk/assessments/:id', { id: member.assessmentId })}>{member.elderName}</TextLink>
      <span className="sm soft">
        {' '}
        {member.areaName}，{dateWords(member.publishedOn, today)}公布
      </span>
      <p className="sm">
        原来：{levelWords(first.level)}
        {first.total !== null && `，${first.total}分`}（{first.assessors.join('、')}）
      </p>
      {second ? (
        <p className={differs ? 'sm red' : 'sm'}>
          盲评：
          {second.level === null
            ? `${second.assessor}，${instantWords(second.visitAt, today)}上门`
            : `${levelWords(second.level)}，${second.total}分（${second.assessor}）${differs ? '，与原来不一致' : ''}`}
        </p>
      ) : (
        role === 'district' && (
          <Button size="sm" onClick={ask}>
            派评估员
          </Button>
        )
      )}
    </li>
  );
}

const percent = (share: number | null): string => (share === null ? '还没有' : `${(share * 100).toFixed(1)}%`);
const kappa = (value: number | null): string => (value === null ? '算不出' : value.toFixed(2));

function AgreementView({ agreement }: { agreement: Agreement }) {
  if (agreement.compared === 0)
    return (
      <section>
        <SectionHead title="一致程度" />
        <p className="soft">还没有一份两次都评完的。评完第一份就有数。</p>
      </section>
    );
  return (
    <section>
      <SectionHead title={`一致程度，比对${agreement.compared}份`} note="加权 Kappa 为 1 是完全一致，0 是与碰巧一样" />
      <dl className="agree">
        <div>
          <dt>等级一致</dt>
          <dd>{percent(agreement.levels)}</dd>
        </div>
        <div>
          <dt>各项得分一致</dt>
          <dd>{percent(agreement.items)}</dd>
        </div>
        <div>
          <dt>加权 Kappa（线性）</dt>
          <dd>{kappa(agreement.linearKappa)}</dd>
        </div>
        <div>
          <dt>加权 Kappa（平方）</dt>
          <dd>{kappa(agreement.quadraticKappa)}</dd>
        </div>
      </dl>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard only when it can be focused */}
      <section className="tbl-wrap" tabIndex={0} aria-label="原来的等级和盲评的等级">
        <table className="cal">
          <caption className="visually-hidden">原来的等级（行）和盲评的等级（列）各有几份</caption>
          <thead>
            <tr>
              <th scope="col">原来＼盲评</th>
              {ABILITY_LEVELS.map(level => (
                <th key={level} scope="col">
                  {ABILITY_LEVEL_LABELS[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ABILITY_LEVELS.map((level, row) => (
              <tr key={level}>
                <th scope="row">{ABILITY_LEVEL_LABELS[level]}</th>
                {ABILITY_LEVELS.map((other, column) => (
                  <td key={other}>{agreement.table[row]?.[column] || ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

type AssignValues = { accountId?: string; day?: string; time?: string };

function AssignForm({ sampleId, member, done }: { sampleId: string; member: SampleMember; done: () => void }) {
  const params = { id: sampleId, assessmentId: member.assessmentId };
  const found = useQueryOf(listBlindAssessors, { params });
  const write = useWrite(assignBlind);
  return (
    <Loaded of={found}>
      {({ rows }) => (
        <Form
          initial={{ time: '09:30' }}
          label="派出"
          done={done}
          submit={({ accountId = '', day = '', time = '' }: AssignValues) =>
            write.mutateAsync({ params, body: { accountId, visitAt: `${day}T${time}:00+08:00` } })
          }
        >
          <Select
            name="accountId"
            label="评估员（没参加过原来的评估）"
            options={rows.map(row => ({ value: row.accountId, label: `${row.name}，${row.title}` }))}
          />
          <DateInput name="day" label="上门日期" />
          <TextInput name="time" label="上门时间" type="time" />
        </Form>
      )}
    </Loaded>
  );
}
